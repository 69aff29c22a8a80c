BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'New-BackupPlan' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Makes a plan that says when it is due' {
        $plan = New-BackupPlan Nightly $alice -Schedule 'daily at 22:30' -TimeZone Europe/Berlin -KeepDaily 7 -MinimumAge 2.00:00

        $plan.Calendars | Should -Be "$alice/Calendar"
        $plan.NextRunAt | Should -BeGreaterThan ([datetimeoffset]::UtcNow)
        $plan.Retention.KeepDaily | Should -Be 7
        (Get-BackupPlan Nightly).PlanId | Should -Be $plan.PlanId
    }

    It 'Makes nothing with -WhatIf' {
        New-BackupPlan Nightly $alice -WhatIf

        Get-BackupPlan | Should -BeNullOrEmpty
    }

    It 'Refuses <what>' -ForEach @(
        @{ what = 'a schedule that never comes'; id = 'InvalidArgument'; given = @{ Schedule = '0 0 31 2 *' } }
        @{ what = 'an unknown zone'; id = 'TimeZoneNotFound'; given = @{ TimeZone = 'Mars/Olympus' } }
        @{ what = 'to keep none'; id = 'InvalidArgument'; given = @{ KeepLast = 0 } }
        @{ what = 'a calendar as destination'; id = 'InvalidLocation'; given = @{ Destination = 'store:bob@contoso.com/Calendar' } }
        @{ what = 'a file of no format'; id = 'UnsupportedFormat'; given = @{ Destination = 'file:x.docx' } }
        @{ what = 'an unknown placeholder'; id = 'InvalidArgument'; given = @{ Destination = 'file:{user}.ics' } }
    ) {
        { New-BackupPlan Nightly $alice @given -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.NewBackupPlanCommand"
        Get-BackupPlan | Should -BeNullOrEmpty
    }

    It 'Refuses a name that there is' {
        $null = New-BackupPlan Nightly $alice
        { New-BackupPlan NIGHTLY $alice -ErrorAction Stop } | Should -Throw -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.NewBackupPlanCommand'
    }
}

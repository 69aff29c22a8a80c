BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Set-BackupPlan' {
    BeforeEach {
        Connect-TestStore
        $plan = New-BackupPlan Nightly $alice -Schedule 'daily at 22:30' -KeepDaily 7
    }
    AfterEach { Disconnect-Restoration }

    It 'Changes what is said, and nothing else' {
        Set-BackupPlan Nightly -KeepDaily 30 -Description 'Every night' | Should -BeNullOrEmpty

        $now = Get-BackupPlan Nightly
        $now.Retention.KeepDaily | Should -Be 30
        $now.Description | Should -Be 'Every night'
        $now.Schedule | Should -Be $plan.Schedule
        $now.Calendars | Should -Be $plan.Calendars
    }

    It 'Takes plans from the pipeline, by value and by property' {
        ($plan | Set-BackupPlan -Name Evening -PassThru).Name | Should -Be Evening
        ([pscustomobject]@{ PlanId = $plan.PlanId } | Set-BackupPlan -IsActive:$false -PassThru).NextRunAt | Should -BeNullOrEmpty
    }

    It 'Takes a schedule away' {
        (Set-BackupPlan Nightly -Schedule none -PassThru).Schedule | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Set-BackupPlan Nightly -KeepDaily 1 -WhatIf

        (Get-BackupPlan Nightly).Retention.KeepDaily | Should -Be 7
    }

    It 'Fails for one that is not there, and for none' {
        { Set-BackupPlan Other -KeepDaily 1 -ErrorAction Stop } | Should -Throw -ErrorId 'BackupPlanNotFound,Restoration.PowerShell.Commands.SetBackupPlanCommand'
        { $null | Set-BackupPlan -KeepDaily 1 -ErrorAction Stop } | Should -Throw
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Invoke-BackupPlan' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Backs up, reads back, and keeps what the rules keep' {
        $plan = New-BackupPlan Nightly $alice -KeepLast 2
        $runs = 1..3 | ForEach-Object { $plan | Invoke-BackupPlan }

        $runs.Status | Should -Be 'Succeeded', 'Succeeded', 'Succeeded'
        $runs[2].Removed | Should -HaveCount 1
        Get-CalendarBackup | Should -HaveCount 2
        Get-CalendarBackup | Test-CalendarBackup -Quiet | Should -Be $true, $true
        (Get-BackupPlan Nightly).LastSuccessAt | Should -Not -BeNullOrEmpty
    }

    It 'Writes files' {
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        $null = New-BackupPlan Files $alice -Destination "file:$folder/{mailbox}.ics"
        (Invoke-BackupPlan Files).Steps[0].Location | Should -Be "file:$folder/$alice.ics"

        Test-CalendarFile -LiteralPath "$folder/$alice.ics" | Should -BeNullOrEmpty
    }

    It 'Says which calendar failed, and goes on' {
        $null = New-BackupPlan Both "$alice/Calendar", 'nobody@contoso.com'
        $run = Invoke-BackupPlan Both -ErrorVariable failed -ErrorAction SilentlyContinue

        $run.Status | Should -Be PartiallySucceeded
        $failed[0].FullyQualifiedErrorId | Should -Be 'CalendarNotFound,Restoration.PowerShell.Commands.InvokeBackupPlanCommand'
        Get-CalendarBackup | Should -HaveCount 1
    }

    It 'Changes nothing with -WhatIf' {
        $null = New-BackupPlan Nightly $alice
        Invoke-BackupPlan Nightly -WhatIf | Should -BeNullOrEmpty

        Get-CalendarBackup | Should -BeNullOrEmpty
    }

    It 'Fails for one that is not there, and for none' {
        { Invoke-BackupPlan Other -ErrorAction Stop } | Should -Throw -ErrorId 'BackupPlanNotFound,Restoration.PowerShell.Commands.InvokeBackupPlanCommand'
        { $null | Invoke-BackupPlan -ErrorAction Stop } | Should -Throw
    }
}

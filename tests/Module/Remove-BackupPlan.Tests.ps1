BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Remove-BackupPlan' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $plan = New-BackupPlan Nightly $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Removes the plan and leaves what it made' {
        $null = Invoke-BackupPlan Nightly
        Remove-BackupPlan Nightly | Should -BeNullOrEmpty

        Get-BackupPlan | Should -BeNullOrEmpty
        Get-CalendarBackup | Should -HaveCount 1
    }

    It 'Takes plans from the pipeline' {
        $plan | Remove-BackupPlan

        Get-BackupPlan | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf, and nothing for nothing' {
        Remove-BackupPlan Nightly -WhatIf
        { $null | Remove-BackupPlan -ErrorAction Stop } | Should -Throw

        Get-BackupPlan | Should -HaveCount 1
    }

    It 'Fails for one that is not there' {
        { Remove-BackupPlan Other -ErrorAction Stop } | Should -Throw -ErrorId 'BackupPlanNotFound,Restoration.PowerShell.Commands.RemoveBackupPlanCommand'
    }
}

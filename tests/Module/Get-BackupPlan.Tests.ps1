BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-BackupPlan' {
    BeforeEach {
        Connect-TestStore
        $plan = New-BackupPlan Nightly $alice
        $null = New-BackupPlan Weekly $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists them by name, or those that fit' {
        (Get-BackupPlan).Name | Should -Be 'Nightly', 'Weekly'
        (Get-BackupPlan -Name W*).Name | Should -Be Weekly
        Get-BackupPlan -Name X* | Should -BeNullOrEmpty
    }

    It 'Finds one by name, by id and by object' {
        (Get-BackupPlan nightly).PlanId | Should -Be $plan.PlanId
        (Get-BackupPlan $plan.PlanId).Name | Should -Be Nightly
        ($plan | Get-BackupPlan).Name | Should -Be Nightly
    }

    It 'Fails for one that is not there, and for none' {
        { Get-BackupPlan Other -ErrorAction Stop } | Should -Throw -ErrorId 'BackupPlanNotFound,Restoration.PowerShell.Commands.GetBackupPlanCommand'
        { Get-BackupPlan '' -ErrorAction Stop } | Should -Throw
        { Get-BackupPlan $null -ErrorAction Stop } | Should -Throw
    }
}

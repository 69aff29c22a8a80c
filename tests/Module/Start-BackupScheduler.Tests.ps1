BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Start-BackupScheduler' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $null = New-BackupPlan Yearly $alice -Schedule '0 0 1 1 *'
    }
    AfterEach { Disconnect-Restoration }

    It 'Runs nothing that is not due' {
        Start-BackupScheduler -Once | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Start-BackupScheduler -WhatIf | Should -BeNullOrEmpty

        Get-CalendarBackup | Should -BeNullOrEmpty
    }

    It 'Runs until it is stopped' {
        $store = (Get-RestorationContext).Store
        $ready = [Threading.ManualResetEventSlim]::new()
        $run = Start-Shell '$null = Connect-Restoration -Store $given[0] -User tester; $given[1].Set(); Start-BackupScheduler' (, @($store, $ready))
        $ready.Wait(60000) | Should -BeTrue
        $run.end.IsCompleted | Should -BeFalse

        $run.shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(60000) | Should -BeTrue
        (Wait-Shell $run 'the scheduler').InvocationStateInfo.State | Should -Be Stopped
    }
}

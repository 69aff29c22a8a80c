BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Start-RestoreWorker' {
    BeforeEach { Connect-MailboxStore }
    AfterEach { Disconnect-Restoration }

    It 'Runs what waits, and ends' {
        $null = New-Restore
        Start-RestoreWorker -Drain | Where-Object Status -ne Completed | Should -BeNullOrEmpty

        (Get-RestoreRequest MailboxRestore).Status | Should -Be Completed
        Start-RestoreWorker -Drain | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Start-RestoreWorker -WhatIf | Should -BeNullOrEmpty
    }

    It 'Runs until it is stopped' {
        $store = (Get-RestorationContext).Store
        $ready = [Threading.ManualResetEventSlim]::new()
        $run = Start-Shell '$null = Connect-Restoration -Store $given[0] -User tester; $given[1].Set(); Start-RestoreWorker' (, @($store, $ready))
        $ready.Wait(60000) | Should -BeTrue
        $run.end.IsCompleted | Should -BeFalse

        $run.shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(60000) | Should -BeTrue
        (Wait-Shell $run 'the worker').InvocationStateInfo.State | Should -Be Stopped
    }
}

BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Suspend-RestoreRequest' {
    BeforeEach {
        Connect-MailboxStore
        $request = New-Restore @{ Suspend = $true }
    }
    AfterEach { Disconnect-Restoration }

    It 'Says why' {
        ($request | Suspend-RestoreRequest -SuspendComment 'After hours.').Status | Should -Be Suspended

        (Get-RestoreRequestStatistics $request).Message | Should -Be 'After hours.'
        (Get-RestoreRequest -Suspend $true).Identity | Should -Be 'bob\MailboxRestore'
    }

    It 'Changes nothing with -WhatIf' {
        Suspend-RestoreRequest $request -SuspendComment 'After hours.' -WhatIf | Should -BeNullOrEmpty

        (Get-RestoreRequestStatistics $request).Message | Should -Not -Be 'After hours.'
    }

    It 'Fails for a request that has ended' {
        $null = Resume-RestoreRequest $request | Wait-RestoreRequest -Timeout 60
        { Suspend-RestoreRequest $request -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.SuspendRestoreRequestCommand'
    }

    It 'Fails for a request that waits in no queue' {
        { Suspend-RestoreRequest Import -ErrorAction Stop } | Should -Throw -ErrorId 'NotSupported,Restoration.PowerShell.Commands.SuspendRestoreRequestCommand'
    }
}

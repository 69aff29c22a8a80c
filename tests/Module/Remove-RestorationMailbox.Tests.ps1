BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Remove-RestorationMailbox' {
    BeforeEach { Connect-MailboxStore }
    AfterEach { Disconnect-Restoration }

    It 'Keeps a mailbox with content as SoftDeleted, and takes an empty one away' {
        Get-RestorationMailbox | Remove-RestorationMailbox | Should -BeNullOrEmpty

        (Get-RestorationMailbox).Kind | Should -Be SoftDeleted
    }

    It 'Keeps one on hold as Inactive' {
        $null = Set-RestorationMailbox $bob -Hold 'Case 7'

        (Remove-RestorationMailbox $bob -PassThru).Kind | Should -Be Inactive
    }

    It 'Changes nothing with -WhatIf' {
        Remove-RestorationMailbox $bob -WhatIf

        Get-RestorationMailbox $bob | Should -HaveCount 1
    }

    It 'Fails for one that was removed before and is not empty' {
        Remove-RestorationMailbox $alice
        { Remove-RestorationMailbox $alice -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.RemoveRestorationMailboxCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Set-RestorationMailbox' {
    BeforeEach {
        Connect-TestStore
        $null = New-RestorationMailbox bob@contoso.com -Quota 1GB
    }
    AfterEach { Disconnect-Restoration }

    It 'Changes what is said and nothing else' {
        (Set-RestorationMailbox bob -Kind Inactive -Hold 'Case 7').Kind | Should -Be Inactive

        $mailbox = Get-RestorationMailbox bob
        $mailbox.Kind, $mailbox.Quota, $mailbox.Holds | Should -Be Inactive, 1GB, 'Case 7'
    }

    It 'Takes quota and holds away' {
        $null = Set-RestorationMailbox bob -Hold 'Case 7'
        $mailbox = Get-RestorationMailbox bob | Set-RestorationMailbox -Quota $null -Hold @()

        $mailbox.Quota | Should -BeNullOrEmpty
        $mailbox.Holds | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Set-RestorationMailbox bob -Kind Inactive -WhatIf | Should -BeNullOrEmpty

        (Get-RestorationMailbox bob).Kind | Should -Be Active
    }

    It 'Fails for one that is not there' {
        { Set-RestorationMailbox nobody -Kind Inactive -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.SetRestorationMailboxCommand'
    }
}

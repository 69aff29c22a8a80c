BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'New-RestorationMailbox' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Makes a mailbox with all that is said of it' {
        $made = New-RestorationMailbox bob@contoso.com -Kind Inactive -DisplayName 'Bob Builder' -UserPrincipalName bob@corp.example -Quota 1GB -Hold 'Case 7'

        $made.Alias, $made.Kind, $made.Quota, $made.Holds | Should -Be 'bob', 'Inactive', 1GB, 'Case 7'
        foreach ($name in 'bob@contoso.com', 'BOB', 'bob builder', 'bob@corp.example', $made.MailboxGuid) {
            (Get-RestorationMailbox $name).MailboxGuid | Should -Be $made.MailboxGuid
        }
    }

    It 'Takes mailboxes from the pipeline, by value and by property' {
        $null = 'a@contoso.com', [pscustomobject]@{ Address = 'b@contoso.com'; DisplayName = 'B' } | New-RestorationMailbox

        (Get-RestorationMailbox).DisplayName | Should -Be 'a@contoso.com', 'B'
    }

    It 'Makes the archive of a mailbox' {
        $null = New-RestorationMailbox bob@contoso.com
        (New-RestorationMailbox bob -Kind Archive).Address | Should -Be 'archive:bob@contoso.com'
    }

    It 'Changes nothing with -WhatIf' {
        New-RestorationMailbox bob@contoso.com -WhatIf | Should -BeNullOrEmpty

        Get-RestorationMailbox | Should -BeNullOrEmpty
    }

    It 'Fails if the address is taken, and goes on' {
        $null = New-RestorationMailbox bob@contoso.com
        'bob@contoso.com', 'carol@contoso.com' | New-RestorationMailbox -ErrorAction SilentlyContinue -ErrorVariable failures | Should -HaveCount 1

        $failures.FullyQualifiedErrorId | Should -Be 'AlreadyExists,Restoration.PowerShell.Commands.NewRestorationMailboxCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestorationMailbox' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $null = New-RestorationMailbox alice@fabrikam.com -Kind SoftDeleted
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists all mailboxes, those of calendars too' {
        (Get-RestorationMailbox).PrimarySmtpAddress | Should -Be $alice, 'alice@fabrikam.com'
    }

    It 'Finds one by name, object and pipeline' {
        $mailbox = Get-RestorationMailbox $alice

        (Get-RestorationMailbox $mailbox).MailboxGuid | Should -Be $mailbox.MailboxGuid
        ($mailbox | Get-RestorationMailbox).MailboxGuid | Should -Be $mailbox.MailboxGuid
        ($mailbox.MailboxGuid | Get-RestorationMailbox).Address | Should -Be $alice
    }

    It 'Filters by pattern and kind' {
        (Get-RestorationMailbox *fabrikam*).Kind | Should -Be SoftDeleted
        (Get-RestorationMailbox -Kind Active).Address | Should -Be $alice
    }

    It 'Fails for a name of two, and lists them' {
        { Get-RestorationMailbox alice -ErrorAction Stop } | Should -Throw '*alice@fabrikam.com (SoftDeleted*' -ErrorId 'Ambiguous,Restoration.PowerShell.Commands.GetRestorationMailboxCommand'
    }

    It 'Fails for one that is not there' {
        { Get-RestorationMailbox nobody -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.GetRestorationMailboxCommand'
    }
}

BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Get-RestorationMailboxFolder' {
    BeforeEach {
        Connect-MailboxStore
        Import-Sample -Name Team
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists folders with what they are and what is in them' {
        $calendar, $team = Get-RestorationMailboxFolder $alice

        $calendar.Path, $calendar.WellKnown, $calendar.ItemCount | Should -Be 'Calendar', 'Calendar', 12
        "$($calendar.Size)" | Should -Match '^[\d.]+ KB \([\d,]+ bytes\)$'
        $team.Path, $team.WellKnown | Should -Be 'Team', $null
    }

    It 'Takes mailboxes from the pipeline, and patterns of paths' {
        (Get-RestorationMailbox | Get-RestorationMailboxFolder -Folder T*).Path | Should -Be 'Team'
    }

    It 'Writes nothing for a mailbox without folders' {
        Get-RestorationMailboxFolder $bob | Should -BeNullOrEmpty
    }

    It 'Fails for a mailbox that is not there' {
        { Get-RestorationMailboxFolder nobody -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.GetRestorationMailboxFolderCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-Calendar' {
    BeforeEach {
        Connect-TestStore
        $null = 'Calendar', 'Calendar/Team' | ForEach-Object { New-Calendar $alice $_ }
        $null = New-Calendar bob@contoso.com
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists all' {
        Get-Calendar | Should -HaveCount 3
    }

    It 'Finds mailboxes by address, alias and pattern, whatever the case: <_>' -ForEach 'alice@contoso.com', 'ALICE', 'ali*' {
        (Get-Calendar $_).Mailbox | Should -Be $alice, $alice
    }

    It 'Finds calendars by path, name and pattern: <_>' -ForEach 'Calendar/Team', 'team', '*tea?' {
        (Get-Calendar $alice $_).Calendar | Should -Be 'Calendar/Team'
    }

    It 'Takes calendars from the pipeline' {
        (Get-Calendar $alice | Get-Calendar).Calendar | Should -Be 'Calendar', 'Calendar/Team'
    }

    It 'Fails for a mailbox that is not there' {
        { Get-Calendar nobody -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.GetCalendarCommand'
    }

    It 'Fails for a calendar that is not there' {
        { Get-Calendar $alice Nothing -ErrorAction Stop } | Should -Throw -ErrorId 'CalendarNotFound,Restoration.PowerShell.Commands.GetCalendarCommand'
    }

    It 'Takes nothing for an error, never for all' {
        { Get-Calendar -Mailbox $null } | Should -Throw
        { Get-Calendar -Mailbox '' } | Should -Throw
        { Get-Calendar -Name $null } | Should -Throw
    }
}

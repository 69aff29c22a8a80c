BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'New-Calendar' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Makes a calendar and its mailbox' {
        $calendar = New-Calendar -Mailbox $alice -Name 'Calendar/Team'

        $calendar.Calendar | Should -Be 'Calendar/Team'
        (Get-Calendar $alice 'Calendar/Team').Location | Should -Be 'store:alice@contoso.com/Calendar/Team'
    }

    It 'Takes -Calendar for -Name' {
        (New-Calendar $alice -Calendar Team).Calendar | Should -Be 'Team'
    }

    It 'Takes mailboxes from the pipeline' {
        $null = 'a@contoso.com', 'b@contoso.com' | New-Calendar

        (Get-Calendar).Mailbox | Should -Be 'a@contoso.com', 'b@contoso.com'
    }

    It 'Takes calendars from the pipeline by property' {
        $null = [pscustomobject]@{ Mailbox = $alice; Calendar = 'Team' } | New-Calendar

        (Get-Calendar $alice Team).Calendar | Should -Be 'Team'
    }

    It 'Changes nothing with -WhatIf, and writes nothing' {
        New-Calendar $alice -WhatIf | Should -BeNullOrEmpty

        Get-Calendar | Should -BeNullOrEmpty
    }

    It 'Fails if there is one of the name' {
        $null = New-Calendar $alice Team

        { New-Calendar $alice team -ErrorAction Stop } | Should -Throw -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.NewCalendarCommand'
    }

    It 'Goes on with the next one after a failure' {
        $null = New-Calendar a@contoso.com

        'a@contoso.com', 'b@contoso.com' | New-Calendar -ErrorAction SilentlyContinue -ErrorVariable failures | Should -HaveCount 1

        $failures.FullyQualifiedErrorId | Should -Be 'AlreadyExists,Restoration.PowerShell.Commands.NewCalendarCommand'
        $failures.CategoryInfo.Category | Should -Be 'ResourceExists'
    }
}

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

Describe 'Remove-Calendar' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        Import-Sample -Name Team
    }
    AfterEach { Disconnect-Restoration }

    It 'Removes the calendar with its items, and nothing else' {
        Remove-Calendar $alice Team | Should -BeNullOrEmpty

        (Get-Calendar).Calendar | Should -Be 'Calendar'
        Get-Appointment $alice | Should -HaveCount 12
    }

    It 'Takes calendars from the pipeline' {
        Get-Calendar $alice Team | Remove-Calendar

        (Get-Calendar).Calendar | Should -Be 'Calendar'
    }

    It 'Gives the request with -PassThru, and its undo brings everything back' {
        $before = Get-CalendarText $alice Team

        $request = Remove-Calendar $alice Team -PassThru
        $null = $request | Undo-RestoreRequest

        Get-CalendarText $alice Team | Should -Be $before
    }

    It 'Changes nothing with -WhatIf' {
        Get-Calendar | Remove-Calendar -WhatIf

        (Get-Calendar).ItemCount | Should -Be 12, 12
    }

    It 'Wants the calendar to be named' {
        (Get-Command Remove-Calendar).Parameters.Name.Attributes.Mandatory | Should -Contain $true
    }

    It 'Fails for a calendar that is not there' {
        { Remove-Calendar $alice Nothing -ErrorAction Stop } | Should -Throw -ErrorId 'CalendarNotFound,Restoration.PowerShell.Commands.RemoveCalendarCommand'
    }
}

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

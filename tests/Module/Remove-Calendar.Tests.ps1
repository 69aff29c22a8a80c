BeforeAll { . $PSScriptRoot/Common.ps1 }

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

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-AppointmentOccurrence' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $november = @{ StartDate = '2026-11-16'; EndDate = '2026-11-23'; TimeZone = 'Europe/Berlin' }
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists a calendar in the order of the starts, with overrides in their places' {
        $meetings = Get-AppointmentOccurrence $alice @november | Where-Object Subject -Like 'Team meeting*'

        $meetings.Start | Should -Be '2026-11-16T09:30:00+01:00', '2026-11-23T14:00:00+01:00'
        $meetings.IsOverridden | Should -Be $false, $true
        $meetings[1].RecurrenceId | Should -Be '2026-11-23T09:30:00+01:00'
    }

    It 'Finds the same in a file' {
        $file = Get-AppointmentOccurrence -Path $samples/calendar.ics @november

        "$($file.Start)" | Should -Be "$((Get-AppointmentOccurrence $alice @november).Start)"
    }

    It 'Gives the first ones only' {
        Get-AppointmentOccurrence -Path $samples/calendar.ics -First 3 | Should -HaveCount 3
        Get-Calendar | Get-AppointmentOccurrence -First 2 | Should -HaveCount 2
    }

    It 'Says of a single appointment that it has no place in a series' {
        (Get-AppointmentOccurrence $alice @november | Where-Object Subject -EQ Dentist).RecurrenceId | Should -BeNullOrEmpty
    }

    It 'Does not guess what a date without a zone means' {
        { Get-AppointmentOccurrence $alice -StartDate 2026-11-16 } | Should -Throw -ErrorId 'TimeZoneRequired,Restoration.PowerShell.Commands.GetAppointmentOccurrenceCommand'
    }

    It 'Fails for a mailbox that is not there' {
        { Get-AppointmentOccurrence nobody -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.GetAppointmentOccurrenceCommand'
    }
}

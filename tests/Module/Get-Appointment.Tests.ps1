BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-Appointment' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Gives everything of an appointment' {
        $meeting = Get-Appointment $alice -Subject 'Budget 2027 review'

        $meeting.Start | Should -Be '2026-11-20T13:00:00+01:00'
        $meeting.End | Should -Be '2026-11-20T14:30:00+01:00'
        $meeting.Attendees | Should -HaveCount 2
        $meeting.Organizer.Email | Should -Be $alice
        $meeting.Categories | Should -Be 'Finance'
    }

    It 'Says where it was found' {
        $dentist = Get-Appointment $alice -Subject Dentist

        $dentist.Mailbox | Should -Be $alice
        $dentist.Calendar | Should -Be 'Calendar'
        $dentist | Should -BeOfType Restoration.Items.Appointment
    }

    It 'Finds by subject, category and UID, with wildcards and whatever the case' {
        (Get-Appointment $alice -Subject 'DENT*').Subject | Should -Be 'Dentist'
        (Get-Appointment $alice -Category travel).Subject | Should -Be 'Trade fair Munich', 'Flight LH 1870 MUC–VCE'
        $uid = (Get-Appointment $alice -Subject Dentist).Uid
        (Get-Appointment $alice -Uid $uid).Subject | Should -Be 'Dentist'
        (Get-Appointment $alice -Uid "*$($uid.Substring(40))").Subject | Should -Be 'Dentist'
    }

    It 'Gives a series with its overrides under one UID' {
        $uid = (Get-Appointment $alice -Subject 'Team meeting').Uid

        (Get-Appointment $alice -Uid $uid).Subject | Should -Be 'Team meeting', 'Team meeting (with the board)'
    }

    It 'Takes dates as <name>' -ForEach @(
        @{ name = 'text'; start = '2026-11-19'; end = '2026-11-19' }
        @{ name = 'DateTimeOffset'; start = [DateTimeOffset]'2026-11-19T00:00:00+01:00'; end = [DateTimeOffset]'2026-11-19T23:00:00+01:00' }
        @{ name = 'DateTime'; start = [datetime]'2026-11-19'; end = [datetime]'2026-11-19T23:00:00' }
        @{ name = 'DateTime in UTC'; start = [datetime]::new(2026, 11, 18, 23, 0, 0, [DateTimeKind]::Utc); end = [datetime]::new(2026, 11, 19, 22, 0, 0, [DateTimeKind]::Utc) }
        @{ name = 'DateOnly'; start = [DateOnly]::new(2026, 11, 19); end = [DateOnly]::new(2026, 11, 19) }
        @{ name = 'words'; start = '2026-11-19 to 2026-11-19'; end = $null }
    ) {
        $dates = @{ StartDate = $start }
        if ($end) { $dates.EndDate = $end }

        (Get-Appointment $alice @dates -TimeZone Europe/Berlin).Subject | Should -Be 'Dentist', 'Focus time'
    }

    It 'Does not guess what a date without a zone means: <_>' -ForEach '2026-11-19', '2026-11-19T08:00', ([datetime]'2026-11-19') {
        { Get-Appointment $alice -StartDate $_ } | Should -Throw -ErrorId 'TimeZoneRequired,Restoration.PowerShell.Commands.GetAppointmentCommand'
    }

    It 'Fails for dates and zones that are none' {
        { Get-Appointment $alice -StartDate someday } | Should -Throw -ErrorId 'InvalidDate,Restoration.PowerShell.Commands.GetAppointmentCommand'
        { Get-Appointment $alice -StartDate today -TimeZone Nowhere } | Should -Throw -ErrorId 'TimeZoneNotFound,Restoration.PowerShell.Commands.GetAppointmentCommand'
        { Get-Appointment $alice -StartDate 2026-12-01 -EndDate 2026-11-01 -TimeZone UTC } | Should -Throw -ErrorId 'InvalidDate,Restoration.PowerShell.Commands.GetAppointmentCommand'
    }

    It 'Takes calendars from the pipeline' {
        Get-Calendar | Get-Appointment | Should -HaveCount 12
    }

    It 'Takes mailboxes and calendars by pattern' {
        Import-Sample bob@contoso.com Team

        Get-Appointment * -Name * -Subject Dentist | Select-Object -ExpandProperty Mailbox | Should -Be $alice, 'bob@contoso.com'
    }

    It 'Stops reading when nobody wants more' {
        Get-Appointment $alice | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'Sorts and compares by time' {
        (Get-Appointment $alice | Sort-Object Start | Select-Object -First 1).Subject | Should -Be 'Focus time'
        (Get-Appointment $alice | Where-Object Start -GT '2026-12-10').Subject | Sort-Object | Should -Be "Bob's birthday", 'Christmas party'
    }

    It 'Fails for a mailbox that is not there' {
        { Get-Appointment nobody -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.GetAppointmentCommand'
    }

    It 'Fails for a UID that is not there, not for a pattern' {
        { Get-Appointment $alice -Uid missing -ErrorAction Stop } | Should -Throw -ErrorId 'AppointmentNotFound,Restoration.PowerShell.Commands.GetAppointmentCommand'
        Get-Appointment $alice -Uid miss* | Should -BeNullOrEmpty
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'The story' {
    AfterEach { Disconnect-Restoration }

    It 'Gives lost appointments back: shown first, restored once, undone with one command' {
        # A calendar is imported and backed up.
        Connect-TestStore
        $null = Import-Calendar -Path $samples/calendar.ics -Mailbox $alice
        $backup = Get-Calendar $alice | Backup-Calendar
        $backup | Test-CalendarBackup -Quiet | Should -BeTrue
        $whole = Get-CalendarText

        # Appointments are lost, and an audit export names them.
        $null = Get-Appointment $alice -Subject $lost | Remove-Appointment
        (Compare-CalendarBackup $backup).Kind | Should -Be 'Removed', 'Removed', 'Removed', 'Removed'
        $poor = Get-CalendarText
        $export = New-AuditFile

        # What would be done is shown; nothing is done.
        Restore-AppointmentFromAuditLog -Path $export -WhatIf
        Get-CalendarText | Should -Be $poor

        # They come back: the series with its changed occurrence, the days, the meeting with its people.
        $results = Restore-AppointmentFromAuditLog -Path $export
        $results.Action | Should -Be 'Create', 'Create', 'Create', 'Create'
        Compare-CalendarBackup $backup | Should -BeNullOrEmpty
        Get-CalendarText | Should -Be $whole

        # Again: nothing changes.
        (Restore-AppointmentFromAuditLog -Path $export).Action | Select-Object -Unique | Should -Be 'Skip'
        Compare-CalendarBackup $backup | Should -BeNullOrEmpty

        # Undo: the calendar is as it was before.
        $statistics = $results | Get-RestoreRequestStatistics
        $statistics.DataConsistencyScore | Should -Be 'Perfect'
        $null = Undo-RestoreRequest $statistics
        Get-CalendarText | Should -Be $poor

        # Who did what is on record, whole.
        (Test-RestorationAuditLog).IsValid | Should -BeTrue
        (Get-RestorationAuditLog -RequestId $statistics.RequestGuid -Operation ItemCreate) | Should -HaveCount 4
    }
}

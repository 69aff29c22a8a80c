BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Compare-CalendarBackup' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $backup = Backup-Calendar $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Writes nothing if nothing has changed' {
        Compare-CalendarBackup $backup | Should -BeNullOrEmpty
    }

    It 'Says what was added, removed and changed since' {
        $null = Remove-Appointment $alice -Subject Dentist
        ((Get-Content $samples/calendar.ics -Raw) -replace 'Osteria Centrale', 'Canteen') -replace 'SUMMARY:Focus time', 'SUMMARY:Deep work' -replace '(?s)(UID:\S+)(?=[^U]*?SUMMARY:Deep work)', '$1X' |
            Set-Content TestDrive:/changed.ics -NoNewline
        $null = Import-Calendar TestDrive:/changed.ics $alice -ConflictResolutionOption KeepSourceItem
        $null = Remove-Appointment $alice -Subject Dentist

        $differences = Compare-CalendarBackup $backup

        ($differences | Where-Object Kind -EQ Removed).Subject | Should -Be 'Dentist'
        $changed = $differences | Where-Object { $_.Kind -eq 'Changed' -and $_.Subject -eq 'Lunch with Chiara' }
        $changed.Fields | Should -Contain 'Location'
        ($differences | Where-Object Subject -EQ 'Deep work') | Should -Not -BeNullOrEmpty
    }

    It 'Compares with a later backup' {
        $null = Remove-Appointment $alice -Subject Dentist
        $later = Backup-Calendar $alice
        $null = Remove-Appointment $alice -Category Travel

        $differences = Compare-CalendarBackup $backup.BackupId -Later $later

        $differences.Kind | Should -Be 'Removed'
        $differences.Subject | Should -Be 'Dentist'
    }

    It 'Takes backups from the pipeline' {
        $null = Remove-Appointment $alice -Subject Dentist

        (Get-CalendarBackup | Compare-CalendarBackup).Subject | Should -Be 'Dentist'
    }

    It 'Fails for one that is not there' {
        { Compare-CalendarBackup $backup ([guid]::NewGuid()) -ErrorAction Stop } | Should -Throw -ErrorId 'BackupNotFound,Restoration.PowerShell.Commands.CompareCalendarBackupCommand'
    }
}

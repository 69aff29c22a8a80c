BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-CalendarBackup' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        Import-Sample bob@contoso.com Team
        $backups = Get-Calendar | Backup-Calendar
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists all, newest first' {
        (Get-CalendarBackup).Mailbox | Should -Be 'bob@contoso.com', $alice
    }

    It 'Finds by mailbox and calendar, with wildcards' {
        (Get-CalendarBackup -Mailbox alice).Mailbox | Should -Be $alice
        (Get-CalendarBackup -Calendar tea*).Mailbox | Should -Be 'bob@contoso.com'
        (Get-CalendarBackup -Name Team).Mailbox | Should -Be 'bob@contoso.com'
        Get-CalendarBackup -Mailbox nobody | Should -BeNullOrEmpty
    }

    It 'Finds one by GUID, text, location and object' {
        $id = $backups[0].BackupId

        (Get-CalendarBackup $id).BackupId | Should -Be $id
        (Get-CalendarBackup "$id").BackupId | Should -Be $id
        (Get-CalendarBackup $backups[0].Location).BackupId | Should -Be $id
        (Get-CalendarBackup 'alice@contoso.com/Calendar').BackupId | Should -Be $id
        ($id, "$id", $backups[0] | Get-CalendarBackup).BackupId | Should -Be $id, $id, $id
    }

    It 'Takes calendars from the pipeline by property' {
        (Get-Calendar $alice | Get-CalendarBackup).BackupId | Should -Be $backups[0].BackupId
    }

    It 'Takes nothing for an error, never for all' {
        { Get-CalendarBackup -Identity $null } | Should -Throw
        { Get-CalendarBackup -Identity '' } | Should -Throw
        { $null | Get-CalendarBackup -ErrorAction Stop } | Should -Throw
        { Get-CalendarBackup -Mailbox $null } | Should -Throw
    }

    It 'Fails for one that is not there' {
        { Get-CalendarBackup ([guid]::NewGuid()) -ErrorAction Stop } | Should -Throw -ErrorId 'BackupNotFound,Restoration.PowerShell.Commands.GetCalendarBackupCommand'
        { Get-CalendarBackup nonsense:1 -ErrorAction Stop } | Should -Throw
    }
}

Describe 'Test-CalendarBackup' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $backup = Backup-Calendar $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Finds a whole backup whole' {
        $verdict = Test-CalendarBackup $backup

        $verdict.IsValid | Should -BeTrue
        $verdict.ItemCount | Should -Be 12
    }

    It 'Takes backups from the pipeline, by value and by property' {
        (Get-CalendarBackup | Test-CalendarBackup).IsValid | Should -BeTrue
        ([pscustomobject]@{ BackupId = $backup.BackupId } | Test-CalendarBackup).IsValid | Should -BeTrue
        (Test-CalendarBackup $backup | Test-CalendarBackup).IsValid | Should -BeTrue
    }

    It 'Answers yes or no with -Quiet' {
        Test-CalendarBackup $backup -Quiet | Should -BeExactly $true
    }

    It 'Fails for one that is not there' {
        { Test-CalendarBackup ([guid]::NewGuid()) -ErrorAction Stop } | Should -Throw -ErrorId 'BackupNotFound,Restoration.PowerShell.Commands.TestCalendarBackupCommand'
    }
}

Describe 'Remove-CalendarBackup' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $backup = Backup-Calendar $alice
        $other = Backup-Calendar $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Removes by id, and nothing else' {
        Remove-CalendarBackup $backup.BackupId | Should -BeNullOrEmpty

        (Get-CalendarBackup).BackupId | Should -Be $other.BackupId
        Test-CalendarBackup $other -Quiet | Should -BeTrue
    }

    It 'Takes backups from the pipeline, by value and by property' {
        $backup | Remove-CalendarBackup
        [pscustomobject]@{ BackupId = $other.BackupId } | Remove-CalendarBackup

        Get-CalendarBackup | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Get-CalendarBackup | Remove-CalendarBackup -WhatIf

        Get-CalendarBackup | Should -HaveCount 2
    }

    It 'Never takes nothing for all' {
        { $null | Remove-CalendarBackup -ErrorAction Stop } | Should -Throw
        { Remove-CalendarBackup '' } | Should -Throw

        Get-CalendarBackup | Should -HaveCount 2
    }

    It 'Fails for one that is not there' {
        { Remove-CalendarBackup ([guid]::NewGuid()) -ErrorAction Stop } | Should -Throw -ErrorId 'BackupNotFound,Restoration.PowerShell.Commands.RemoveCalendarBackupCommand'
    }
}

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

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

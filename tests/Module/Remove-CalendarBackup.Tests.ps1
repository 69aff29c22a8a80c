BeforeAll { . $PSScriptRoot/Common.ps1 }

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

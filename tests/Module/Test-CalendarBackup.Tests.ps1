BeforeAll { . $PSScriptRoot/Common.ps1 }

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

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Set-CalendarBackup' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $backup = Backup-Calendar $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Holds a backup until it is released' {
        (Set-CalendarBackup $backup.BackupId -IsHeld -PassThru).IsHeld | Should -BeTrue
        { Remove-CalendarBackup $backup -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.RemoveCalendarBackupCommand'
        $backup | Set-CalendarBackup -IsHeld:$false
        Remove-CalendarBackup $backup

        Get-CalendarBackup | Should -BeNullOrEmpty
    }

    It 'Takes backups by property' {
        [pscustomobject]@{ BackupId = $backup.BackupId } | Set-CalendarBackup -IsHeld

        (Get-CalendarBackup).IsHeld | Should -BeTrue
    }

    It 'Changes nothing with -WhatIf' {
        Set-CalendarBackup $backup -IsHeld -WhatIf

        (Get-CalendarBackup).IsHeld | Should -BeFalse
    }

    It 'Fails for one that is not there' {
        { Set-CalendarBackup ([guid]::NewGuid()) -IsHeld -ErrorAction Stop } | Should -Throw -ErrorId 'BackupNotFound,Restoration.PowerShell.Commands.SetCalendarBackupCommand'
    }
}

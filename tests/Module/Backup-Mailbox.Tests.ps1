BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Backup-Mailbox' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        Import-Sample -Name Team
    }
    AfterEach { Disconnect-Restoration }

    It 'Makes a backup of each folder, all of one moment' {
        $backups = Backup-Mailbox $alice

        $backups.Calendar | Should -Be 'Calendar', 'Team'
        $backups.TakenAt | Select-Object -Unique | Should -HaveCount 1
        Get-CalendarBackup -Mailbox $alice | Should -HaveCount 2
    }

    It 'Takes mailboxes from the pipeline' {
        $alice | Backup-Mailbox | Should -HaveCount 2
        [pscustomobject]@{ Mailbox = $alice } | Backup-Mailbox | Should -HaveCount 2
    }

    It 'Makes backups that can be verified' {
        (Backup-Mailbox $alice | Test-CalendarBackup).IsValid | Should -Be $true, $true
    }

    It 'Makes nothing with -WhatIf' {
        Backup-Mailbox $alice -WhatIf | Should -BeNullOrEmpty

        Get-CalendarBackup | Should -BeNullOrEmpty
    }

    It 'Fails for a mailbox that is not there' {
        { Backup-Mailbox nobody@contoso.com -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.BackupMailboxCommand'
    }
}

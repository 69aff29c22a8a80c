BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Backup-Calendar' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Makes a point-in-time backup in the store' {
        $backup = Backup-Calendar $alice

        $backup.ItemCount | Should -Be 12
        (Get-CalendarBackup $backup.BackupId).Location | Should -Be $backup.Location
    }

    It 'Takes -Name for -Calendar' {
        Import-Sample -Name Team

        (Backup-Calendar $alice -Name Team).Calendar | Should -Be 'Team'
    }

    It 'Takes calendars from the pipeline' {
        Import-Sample -Name Team

        (Get-Calendar | Backup-Calendar).Calendar | Should -Be 'Calendar', 'Team'
    }

    It 'Writes a file that is a backup' {
        $file = Backup-Calendar $alice -Destination file:TestDrive:/backup.ics

        $file.ItemCount | Should -Be 12
        'TestDrive:/backup.ics' | Should -Exist
    }

    It 'Keeps a file that exists, unless told otherwise' {
        Set-Content TestDrive:/mine.ics -Value mine

        { Backup-Calendar $alice -Destination file:TestDrive:/mine.ics -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.BackupCalendarCommand'
        (Backup-Calendar $alice -Destination file:TestDrive:/mine.ics -Force).ItemCount | Should -Be 12
    }

    It 'Leaves out what only this program reads' {
        $null = Backup-Calendar $alice -Destination file:TestDrive:/bare.ics -IncludeMetadata:$false

        'TestDrive:/bare.ics' | Should -Not -FileContentMatch 'X-RESTORATION'
    }

    It 'Copies to another calendar, without a mark on the copies' {
        $request = Backup-Calendar $alice -Destination store:backup@contoso.com/Alice

        $request.Status | Should -Be 'Completed'
        Get-CalendarText backup@contoso.com Alice | Should -Be (Get-CalendarText)
    }

    It 'Changes nothing with -WhatIf' {
        Backup-Calendar $alice -WhatIf | Should -BeNullOrEmpty
        Backup-Calendar $alice -Destination file:TestDrive:/whatif.ics -WhatIf | Should -BeNullOrEmpty
        Backup-Calendar $alice -Destination store:whatif@contoso.com/Calendar -WhatIf | Should -BeNullOrEmpty

        Get-CalendarBackup | Should -BeNullOrEmpty
        'TestDrive:/whatif.ics' | Should -Not -Exist
        (Get-Calendar).Mailbox | Should -Be $alice
    }

    It 'Fails for a calendar that is not there' {
        { Backup-Calendar $alice Nothing -ErrorAction Stop } | Should -Throw -ErrorId 'CalendarNotFound,Restoration.PowerShell.Commands.BackupCalendarCommand'
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Complete([string] $Line) {
        [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches.CompletionText
    }
}

Describe 'Completion' {
    BeforeAll {
        $store = "TestDrive:/$([guid]::NewGuid()).db"
        $null = Connect-Restoration -Store $store -User tester
        Import-Sample
        Import-Sample bob@contoso.com "Bob's plans"
        $backup = Backup-Calendar $alice
    }
    AfterAll { Disconnect-Restoration }

    It 'Offers mailboxes' {
        Complete 'Get-Calendar -Mailbox ' | Should -Be $alice, 'bob@contoso.com'
        Complete 'Get-Appointment AL' | Should -Be $alice
    }

    It 'Offers the calendars of the mailbox that was typed' {
        Complete "Get-Appointment $alice -Calendar " | Should -Be 'Calendar'
        Complete 'Remove-Calendar -Mailbox bob@contoso.com -Name ' | Should -Be "'Bob''s plans'"
    }

    It 'Offers destinations' {
        Complete 'Restore-AppointmentFromAuditLog -Destination ' | Should -Be 'original:', 'store:alice@contoso.com/Calendar', "'store:bob@contoso.com/Bob''s plans'"
        Complete 'Backup-Calendar alice -Destination store:al' | Should -Be 'store:alice@contoso.com/Calendar'
    }

    It 'Offers backups' {
        Complete 'Test-CalendarBackup ' | Should -Be $backup.BackupId
    }

    It 'Offers requests, newest first' {
        Complete 'Undo-RestoreRequest ' | Should -Be 'bob\Import', 'alice\Import'
        Complete 'Get-RestoreRequest -Identity ali' | Should -Be 'alice\Import'
    }

    It 'Offers configurations, users, and what can be restored from' {
        Complete 'Invoke-RestorationConfiguration Audit' | Should -Be "'Audit Log Recovery'"
        Complete 'Set-RestorationUser ' | Should -Be 'tester'
        Complete 'Restore-AppointmentFromBackup store:al' | Should -Be "store:$alice/Calendar"
        Complete 'New-RestorationConfiguration x Backup' | Should -Be 'BackupCalendar'
    }

    It 'Offers time zones, formats and the names of options' {
        Complete 'Get-Appointment x -TimeZone Europe/Berl' | Should -Be 'Europe/Berlin'
        Complete 'Export-Calendar x y -Format ' | Should -Be 'ICS', 'JSON', 'CSV', 'Graph'
        Complete 'Export-Calendar x y -Format i' | Should -Be 'ICS'
        Complete 'Export-Mailbox x y -Format m' | Should -Be 'MBOX', 'Maildir'
        Complete 'Import-Calendar x y -Culture de-A' | Should -Be 'de-AT'
        Complete 'Import-Calendar x y -ConflictResolutionOption KeepT' | Should -Be 'KeepTargetItem'
        Complete 'Get-RestoreRequest -Status Susp' | Should -Be 'Suspended'
    }

    It 'Offers nothing rather than to fail, and makes no store' {
        Disconnect-Restoration
        $env:RESTORATION_STORE = Join-Path (Resolve-Path TestDrive:/).ProviderPath 'absent.db'
        Complete 'Get-Calendar -Mailbox ali' | Should -Not -Contain $alice
        $env:RESTORATION_STORE | Should -Not -Exist

        Set-Content -LiteralPath $env:RESTORATION_STORE -Value ('no database' * 200)
        Complete 'Get-Calendar -Mailbox ali' | Should -Not -Contain $alice
        Remove-Item Env:RESTORATION_STORE
        $null = Connect-Restoration -Store $store -User tester
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Restore-AppointmentFromBackup' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $before = Get-CalendarText
        $backup = Backup-Calendar $alice
        Remove-Lost
    }
    AfterEach { Disconnect-Restoration }

    It 'Restores what is gone, to where it was' {
        $results = Restore-AppointmentFromBackup "backup:$alice/Calendar"

        ($results | Where-Object Action -EQ Create) | Should -HaveCount 4
        ($results | Where-Object Reason -EQ Identical) | Should -HaveCount 8
        Get-CalendarText | Should -Be $before
        (Get-RestoreRequest -Kind BackupRestore).Source | Should -Be "backup:$($backup.BackupId)"
    }

    It 'Takes <name>' -ForEach @(
        @{ name = 'the id'; source = { "backup:$($backup.BackupId)" } }
        @{ name = 'the backup'; source = { $backup } }
        @{ name = 'patterns'; source = { 'backup:ali*/Cal*' } }
        @{ name = 'a location'; source = { $backup.Location } }
    ) {
        $null = Restore-AppointmentFromBackup (& $source)

        Get-CalendarText | Should -Be $before
    }

    It 'Takes backups from the pipeline' {
        $null = Get-CalendarBackup | Restore-AppointmentFromBackup

        Get-CalendarText | Should -Be $before
    }

    It 'Takes calendars from the pipeline, and consolidates them' {
        Import-Sample bob@contoso.com Private

        $results = Get-Calendar | Restore-AppointmentFromBackup -Destination store:carol@contoso.com/All

        ($results | Where-Object Action -EQ Create) | Should -HaveCount 12
        Get-RestoreRequest -Kind BackupRestore | Should -HaveCount 1
        Get-Appointment carol@contoso.com All | Should -HaveCount 12
    }

    It 'Takes files' {
        $null = Restore-AppointmentFromBackup "$samples/calendar.ics" -Destination "store:$alice/Calendar"

        Get-CalendarText | Should -Be $before
    }

    It 'Restores nothing from an empty pipeline' {
        @() | Restore-AppointmentFromBackup | Should -BeNullOrEmpty

        Get-Appointment $alice | Should -HaveCount 8
    }

    It 'Adds nothing to a calendar that is intact' {
        $null = Get-CalendarBackup | Restore-AppointmentFromBackup

        (Get-CalendarBackup | Restore-AppointmentFromBackup).Action | Select-Object -Unique | Should -Be 'Skip'
        Get-CalendarText | Should -Be $before
    }

    It 'Restores by a policy' {
        (Restore-AppointmentFromBackup $backup -Only Missing -Category Finance).Subject | Should -Be 'Budget 2027 review'
        (Restore-AppointmentFromBackup $backup -Only Missing -ExcludeSubject team | Where-Object Action -EQ Create).Subject | Should -Be 'Trade fair Munich'
    }

    It 'Can be undone' {
        $now = Get-CalendarText

        $null = Restore-AppointmentFromBackup $backup | Undo-RestoreRequest

        Get-CalendarText | Should -Be $now
    }

    It 'Changes nothing with -WhatIf' {
        Restore-AppointmentFromBackup $backup -WhatIf | Should -BeNullOrEmpty

        Get-Appointment $alice | Should -HaveCount 8
        Get-RestoreRequest -Kind BackupRestore | Should -BeNullOrEmpty
    }

    It 'Writes the plan with -PlanOnly' {
        Restore-AppointmentFromBackup $backup -PlanOnly | Where-Object Action -EQ Create | Should -HaveCount 4

        Get-Appointment $alice | Should -HaveCount 8
    }

    It 'Fails for <name>' -ForEach @(
        @{ name = 'a calendar that is not there'; source = 'store:alice@contoso.com/Nowhere'; id = 'CalendarNotFound' }
        @{ name = 'a mailbox that is not there'; source = 'store:nobody@contoso.com/Calendar'; id = 'MailboxNotFound' }
        @{ name = 'a pattern that fits nothing'; source = 'store:alice@contoso.com/No*'; id = 'CalendarNotFound' }
        @{ name = 'a backup that is not there'; source = 'backup:11111111-2222-3333-4444-555555555555'; id = 'BackupNotFound' }
        @{ name = 'no location'; source = 'nowhere'; id = 'InvalidLocation' }
        @{ name = 'what is no backup'; source = 'original:'; id = 'InvalidLocation' }
        @{ name = 'a connector that is not there'; source = 'x-notes:team'; id = 'NotSupported' }
    ) {
        { Restore-AppointmentFromBackup $source -Destination store:x@contoso.com/y -ErrorAction Stop } |
            Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.RestoreAppointmentFromBackupCommand"
        Get-Calendar -Mailbox x* | Should -BeNullOrEmpty
    }

    It 'Fails for itself as the destination' {
        { Restore-AppointmentFromBackup "store:$alice/Calendar" -Destination 'store:ALICE/calendar' } |
            Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.RestoreAppointmentFromBackupCommand'
    }

    It 'Does not take an empty source for all' {
        { Restore-AppointmentFromBackup '' } | Should -Throw -ErrorId '*,Restoration.PowerShell.Commands.RestoreAppointmentFromBackupCommand'
    }
}

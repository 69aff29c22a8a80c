BeforeAll { . $PSScriptRoot/Common.ps1 }

# A variable that holds nothing is a mistake of a script: it must never mean "all", and never "the default".
Describe 'Nothing' {
    BeforeAll {
        Connect-TestStore
        Import-Sample
        $null = Backup-Calendar $alice
        Remove-Lost
        $entries = @(Get-RestorationAuditLog).Count
    }
    AfterAll { Disconnect-Restoration }

    It 'Is an error, and changes nothing: <_>' -ForEach @(
        'Get-Calendar $null', '$null | Get-Calendar', '"" | Get-Calendar', '[pscustomobject]@{ Mailbox = "alice"; Name = $null } | Get-Calendar'
        'Get-Calendar -Name $null', '$null | New-Calendar', 'New-Calendar ""', 'Remove-Calendar alice $null', '[pscustomobject]@{ Mailbox = "alice" } | Remove-Calendar'
        'Get-Appointment $null', '[pscustomobject]@{ Mailbox = "alice"; Uid = $null } | Get-Appointment', 'Get-Appointment alice -Subject $null'
        'Remove-Appointment alice', 'Remove-Appointment alice -Uid $null', '[pscustomobject]@{ Mailbox = "alice"; Uid = @($null) } | Remove-Appointment'
        'Get-AppointmentOccurrence $null', 'Get-AppointmentOccurrence -Path $null'
        'Get-CalendarBackup $null', '$null | Get-CalendarBackup', '[pscustomobject]@{ Mailbox = $null } | Get-CalendarBackup', 'Get-CalendarBackup -Mailbox ""'
        'Test-CalendarBackup $null', 'Compare-CalendarBackup $null', 'Remove-CalendarBackup ""', '$null | Remove-CalendarBackup'
        'Backup-Calendar $null', '[pscustomobject]@{ Mailbox = "alice"; Calendar = $null } | Backup-Calendar', 'Backup-Calendar alice -Destination ""'
        'Get-RestoreRequest $null', 'Get-RestoreRequest ""', '[pscustomobject]@{ RequestId = $null } | Get-RestoreRequest', 'Get-RestoreRequest -Status $null'
        'Get-RestoreRequestStatistics $null', 'Undo-RestoreRequest $null', '$null | Undo-RestoreRequest', '$null | Resume-RestoreRequest'
        'Get-RestorationAuditLog -RequestId $null', '[pscustomobject]@{ RequestId = $null } | Get-RestorationAuditLog', 'Get-RestorationAuditLog -Actor $null'
        'Restore-AppointmentFromAuditLog $null', 'Restore-AppointmentFromAuditLog -AuditData $null', 'Restore-AppointmentFromAuditLog -AuditData ""'
        'Restore-AppointmentFromAuditLog -InputObject $null', '$null | Restore-AppointmentFromAuditLog', 'Restore-AppointmentFromAuditLog -Mailbox $null'
        'Restore-AppointmentFromAuditLog -StartDate $null', 'Restore-AppointmentFromAuditLog -PlanPath ""'
        'Import-Calendar "" alice', '$null | Import-Calendar -Mailbox alice', 'Export-Calendar alice ""', 'Convert-Calendar $null out.ics', 'Test-CalendarFile $null'
        'Import-Mailbox "" alice', '$null | Import-Mailbox -Mailbox alice', 'Import-Mailbox x ""', 'Export-Mailbox alice "" EML', 'Export-Mailbox "" x EML', '$null | Backup-Mailbox'
        'Connect-Restoration ""', 'Get-RestorationStore $null', 'Update-RestorationStore ""'
    ) {
        $written = try { & ([scriptblock]::Create($_)) 2>&1 } catch { $_ }

        $written | Should -Not -BeNullOrEmpty
        $written | ForEach-Object { $_ | Should -BeOfType ([System.Management.Automation.ErrorRecord]) }
        (Get-RestorationAuditLog) | Should -HaveCount $entries
    }
}

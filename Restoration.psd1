@{
    RootModule           = 'module/Restoration.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '361fa26f-5a97-4d93-9dce-ba8d0f8c0b26'
    Author               = 'The Restoration maintainers'
    CompanyName          = 'The Restoration maintainers'
    Copyright            = '(c) The Restoration maintainers. MIT.'
    Description          = 'Gives lost calendar and mailbox content back: exactly what was lost, shown before anything changes, restored once however often it is run, silent to attendees, and undone with one command.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('module/Restoration.Format.ps1xml')
    TypesToProcess       = @('module/Restoration.Types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Backup-Calendar'
        'Compare-CalendarBackup'
        'Connect-Restoration'
        'Convert-Calendar'
        'ConvertTo-BackupSchedule'
        'Disconnect-Restoration'
        'Export-Calendar'
        'Export-RestorationAuditLog'
        'Export-RestorationConfiguration'
        'Find-AppointmentDuplicate'
        'Get-Appointment'
        'Get-AppointmentOccurrence'
        'Get-BackupPlan'
        'Get-Calendar'
        'Get-CalendarBackup'
        'Get-RestorationAuditLog'
        'Get-RestorationConfiguration'
        'Get-RestorationContext'
        'Get-RestorationStore'
        'Get-RestorationUser'
        'Get-RestoreRequest'
        'Get-RestoreRequestStatistics'
        'Import-Calendar'
        'Import-RestorationConfiguration'
        'Import-RestorationDatabase'
        'Invoke-BackupPlan'
        'Invoke-RestorationConfiguration'
        'New-BackupPlan'
        'New-Calendar'
        'New-RestorationConfiguration'
        'New-RestorationUser'
        'Remove-Appointment'
        'Remove-AppointmentDuplicate'
        'Remove-BackupPlan'
        'Remove-Calendar'
        'Remove-CalendarBackup'
        'Remove-RestorationConfiguration'
        'Remove-RestorationUser'
        'Restore-AppointmentFromAuditLog'
        'Restore-AppointmentFromBackup'
        'Restore-AppointmentFromFile'
        'Resume-RestoreRequest'
        'Set-BackupPlan'
        'Set-CalendarBackup'
        'Set-RestorationConfiguration'
        'Set-RestorationUser'
        'Start-BackupScheduler'
        'Test-CalendarBackup'
        'Test-CalendarFile'
        'Test-RestorationAuditLog'
        'Test-RestorationConfiguration'
        'Undo-RestoreRequest'
        'Update-RestorationStore'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('Exchange', 'Microsoft365', 'Calendar', 'Appointment', 'Backup', 'Restore', 'Recovery', 'AuditLog', 'Purview', 'iCalendar', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}

BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $dangerous = @(
        @{ command = 'Remove-Appointment alice@contoso.com -Subject Dentist' }
        @{ command = 'Remove-Calendar alice@contoso.com Calendar' }
        @{ command = 'Remove-CalendarBackup alice@contoso.com/Calendar' }
        @{ command = 'Restore-AppointmentFromAuditLog -StartDate today' }
        @{ command = 'Undo-RestoreRequest Removal' }
        @{ command = 'Restore-AppointmentFromBackup backup:alice@contoso.com/Calendar' }
        @{ command = "Restore-AppointmentFromFile '$samples/calendar.ics' -Destination store:bob@contoso.com/Calendar" }
        @{ command = "Invoke-RestorationConfiguration 'Audit Log Recovery'" }
        @{ command = "Remove-RestorationConfiguration 'Audit Log Recovery'" }
        @{ command = 'Remove-RestorationUser spare' }
        @{ command = 'Find-AppointmentDuplicate alice@contoso.com | Where-Object Position -GT 1 | Remove-AppointmentDuplicate' }
    )
    $harmless = @(
        @{ command = 'Backup-Calendar alice@contoso.com' }
        @{ command = 'New-Calendar alice@contoso.com Team' }
        @{ command = "New-RestorationConfiguration Mine ExportFile '{`"path`":`"a`"}' LocalCalendar '{`"calendar`":`"b`"}'" }
        @{ command = "Set-RestorationConfiguration 'Audit Log Recovery' -IsActive:`$false" }
        @{ command = 'New-RestorationUser olaf Operator' }
        @{ command = 'Set-RestorationUser spare Reader' }
        @{ command = 'Export-RestorationAuditLog out.jsonl' }
        @{ command = 'Export-Calendar alice@contoso.com out.ics' }
        @{ command = 'Export-Mailbox alice@contoso.com out EML' }
        @{ command = 'Backup-Mailbox alice@contoso.com' }
    )
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Runs a command where nobody can answer a question.
    function Invoke-Unattended([string] $Command) {
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        $shell = Wait-Shell (Start-Shell "Set-Location '$folder'; `$null = Connect-Restoration -Store '$store' -User tester; $Command") $Command
        $shell.Streams.Error.ReadAll().FullyQualifiedErrorId
        $shell.Dispose()
    }
}

Describe 'Confirmation' {
    BeforeEach {
        $store = Join-Path (Resolve-Path TestDrive:/).ProviderPath "$([guid]::NewGuid()).db"
        $null = Connect-Restoration -Store $store -User tester
        Import-Sample
        Import-Sample $alice Copy
        $null = New-RestorationUser spare Operator
        $null = Backup-Calendar $alice
        Remove-Lost
        $entries = @(Get-RestorationAuditLog).Count
    }
    AfterEach { Disconnect-Restoration }

    It 'Asks before <command>, and changes nothing where nobody can answer' -ForEach $dangerous {
        Invoke-Unattended $command | Should -BeLike 'HostFunctionNotImplemented,*'

        @(Get-RestorationAuditLog).Count | Should -Be $entries
    }

    It 'Does not ask before <command> if told so' -ForEach $dangerous {
        Invoke-Unattended "$command -Confirm:`$false" | Should -BeNullOrEmpty

        @(Get-RestorationAuditLog).Count | Should -BeGreaterThan $entries
    }

    It 'Does not ask before <command>, which takes nothing away' -ForEach $harmless {
        Invoke-Unattended $command | Should -BeNullOrEmpty
    }

    It 'Changes nothing for $WhatIfPreference, as for -WhatIf: <command>' -ForEach ($dangerous + $harmless) {
        Invoke-Unattended "`$WhatIfPreference = `$true; $command" | Should -BeNullOrEmpty

        @(Get-RestorationAuditLog).Count | Should -Be $entries
    }
}

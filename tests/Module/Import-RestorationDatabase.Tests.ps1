BeforeDiscovery { . $PSScriptRoot/Common.ps1 }

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Import-RestorationDatabase' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Brings appointments in, each to where it was' {
        $results = Import-RestorationDatabase $samples/scripts.db -TimeZone Europe/Berlin -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        ($results | Where-Object Action -EQ Create) | Should -HaveCount 4
        (Get-Calendar).Location | ForEach-Object ToString | Should -Be "store:$alice/Main Calendar", "store:$alice/Recovered", 'store:bob@contoso.com/Main Calendar'
        $review = Get-Appointment $alice 'Main Calendar' -Subject 'Weekly*'
        $review.Categories | Should -Be 'Customer', 'Finance'
        $review.Sensitivity | Should -Be 'Private'
        $review.Attendees.Email | Should -Be 'bob@contoso.com'
        $review.Recurrence.Rules | Should -Be 'FREQ=WEEKLY;COUNT=4'
        "$($review.Start)" | Should -Match '^2025-06-02T09:00:00\+02:00'
        (Get-Appointment $alice 'Main Calendar' -Subject 'Summer*').IsAllDay | Should -BeTrue
    }

    It 'Takes the marks of the backups away' {
        $null = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        $dentist = Get-Appointment $alice Recovered
        $dentist.Subject | Should -Be 'Dentist'
        $dentist.Body | Should -BeNullOrEmpty
    }

    It 'Says what could not be kept: <what>' -ForEach @(
        @{ what = 'an appointment of nobody'; text = 'no user that the database has' }
        @{ what = 'one that ends before it starts'; text = 'Appointment 6' }
    ) {
        $null = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -ErrorVariable failures -WarningAction SilentlyContinue

        $failures.Exception.Message -join "`n" | Should -Match $text
    }

    It 'Warns of what has no place' {
        $null = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings -join "`n" | Should -Match 'action_log has 1 rows'
        $warnings -join "`n" | Should -Match 'Pigeons'
    }

    It 'Keeps users, saved restores and the trail' {
        $null = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        (Get-RestorationUser $alice).Role | Should -Be 'Administrator'
        (Get-RestorationUser bob@contoso.com).IsActive | Should -BeFalse
        $kept = Get-RestorationConfiguration -User *@contoso.com
        $kept.Name | Should -Be 'Audit recovery', 'Consolidate', 'Tables'
        ($kept[1].Source | ConvertFrom-Json).calendars | Should -Be 'Recovered', 'Recovered Missing'
        (Get-RestorationAuditLog -Operation Imported:*).Outcome | Should -Be 'Succeeded', 'Failed'
        Test-RestorationAuditLog -Quiet | Should -BeTrue
    }

    It 'Comes once, however often' {
        $null = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        $again = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        ($again | Where-Object Action -EQ Create) | Should -BeNullOrEmpty
        Get-RestorationConfiguration -User *@contoso.com | Should -HaveCount 3
    }

    It 'Can be undone, users and saved restores and all' {
        $null = Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Undo-RestoreRequest

        Get-Calendar | Should -BeNullOrEmpty
        (Get-RestorationUser).Name | Should -Be 'tester'
        Get-RestorationConfiguration | Should -HaveCount 3
    }

    It 'Takes databases from the pipeline' {
        Get-Item $samples/scripts.db | Import-RestorationDatabase -TimeZone UTC -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -Not -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Import-RestorationDatabase $samples/scripts.db -TimeZone UTC -WhatIf -WarningAction SilentlyContinue | Should -BeNullOrEmpty

        Get-Calendar | Should -BeNullOrEmpty
        (Get-RestorationUser).Name | Should -Be 'tester'
    }

    It 'Fails for <name>' -ForEach @(
        @{ name = 'a file that is not there'; file = 'TestDrive:/missing.db'; zone = 'UTC'; id = 'FileNotFound' }
        @{ name = 'what is no database'; file = "$samples/calendar.ics"; zone = 'UTC'; id = 'InvalidData' }
        @{ name = 'a time zone that is none'; file = "$samples/scripts.db"; zone = 'Mars'; id = 'TimeZoneNotFound' }
    ) {
        { Import-RestorationDatabase $file -TimeZone $zone -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.ImportRestorationDatabaseCommand"
        Get-Calendar | Should -BeNullOrEmpty
    }
}

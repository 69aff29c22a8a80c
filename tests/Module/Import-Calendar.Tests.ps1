BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Import-Calendar' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Imports a file, and makes mailbox and calendar' {
        $calendar = Import-Calendar $samples/calendar.ics $alice

        $calendar.ItemCount | Should -Be 12
        Get-Appointment $alice | Should -HaveCount 12
    }

    It 'Takes wildcards' {
        Copy-Item $samples/calendar.ics TestDrive:/one.ics
        ((Get-Content $samples/calendar.ics -Raw) -replace '(?m)^UID:', 'UID:second-') -replace 'SUMMARY:', 'SUMMARY:2 ' | Set-Content TestDrive:/two.ics -NoNewline

        $null = Import-Calendar TestDrive:/*.ics $alice

        (Get-Calendar $alice).ItemCount | Should -Be 24
    }

    It 'Takes a name with brackets literally' {
        Copy-Item $samples/calendar.ics -Destination 'TestDrive:/[draft].ics'

        (Import-Calendar -LiteralPath 'TestDrive:/[draft].ics' -Mailbox $alice).ItemCount | Should -Be 12
    }

    It 'Takes names from the pipeline' {
        ("$samples/calendar.ics" | Import-Calendar -Mailbox $alice).ItemCount | Should -Be 12
    }

    It 'Takes files from the pipeline, by property' {
        (Get-Item $samples/calendar.ics | Import-Calendar -Mailbox $alice -Calendar Team).Calendar | Should -Be 'Team'
    }

    It 'Imports once, however often' {
        Import-Sample
        Import-Sample

        Get-Appointment $alice | Should -HaveCount 12
    }

    It 'Can be undone, mailbox and all' {
        Import-Sample

        $null = Get-RestoreRequest -Kind Import | Undo-RestoreRequest

        Get-Calendar | Should -BeNullOrEmpty
    }

    It 'Does as the conflict resolution says' {
        Import-Sample
        (Get-Content $samples/calendar.ics -Raw) -replace 'Dr. Lindner', 'Dr. Moser' | Set-Content TestDrive:/changed.ics -NoNewline

        $null = Import-Calendar TestDrive:/changed.ics $alice -WarningAction SilentlyContinue
        (Get-Appointment $alice -Subject Dentist).Location | Should -Be 'Dr. Lindner'

        $null = Import-Calendar TestDrive:/changed.ics $alice -ConflictResolutionOption KeepSourceItem
        (Get-Appointment $alice -Subject Dentist).Location | Should -Be 'Dr. Moser'
    }

    It 'Warns of conflicts' {
        Import-Sample
        (Get-Content $samples/calendar.ics -Raw) -replace 'Dr. Lindner', 'Dr. Moser' | Set-Content TestDrive:/conflict.ics -NoNewline

        $null = Import-Calendar TestDrive:/conflict.ics $alice -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -HaveCount 1
    }

    It 'Says which appointment is broken, and imports the rest' {
        (Get-Content $samples/calendar.ics -Raw) -replace 'DTSTART;TZID=W. Europe Standard Time:20261119T080000', 'DTSTART:never' | Set-Content TestDrive:/broken.ics -NoNewline

        $null = Import-Calendar TestDrive:/broken.ics $alice -ErrorAction SilentlyContinue -ErrorVariable failures -WarningAction SilentlyContinue

        (Get-Calendar $alice).ItemCount | Should -BeGreaterOrEqual 11
        (Get-RestoreRequestStatistics Import).IsValid | Should -BeTrue
    }

    It 'Changes nothing with -WhatIf' {
        Import-Calendar $samples/calendar.ics $alice -WhatIf | Should -BeNullOrEmpty

        Get-Calendar | Should -BeNullOrEmpty
        Get-RestoreRequest | Should -BeNullOrEmpty
    }

    It 'Fails for a file that is not there: <_>' -ForEach 'TestDrive:/missing.ics', 'TestDrive:/missing*.ics' {
        { Import-Calendar $_ $alice -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,Restoration.PowerShell.Commands.ImportCalendarCommand'
    }

    It 'Fails for what is no file' {
        { Import-Calendar Env:/PATH $alice -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.ImportCalendarCommand'
    }

    It 'Fails for what is no calendar, and makes nothing' {
        Set-Content TestDrive:/text.txt -Value 'Dear diary'

        { Import-Calendar TestDrive:/text.txt $alice -ErrorAction Stop } | Should -Throw -ErrorId 'UnsupportedFormat,Restoration.PowerShell.Commands.ImportCalendarCommand'
        Get-Calendar | Should -BeNullOrEmpty
    }

    It 'Reads dates as the language of the file writes them: <culture>' -ForEach @(
        @{ culture = 'en-US'; start = '2026-03-04' }
        @{ culture = 'en-GB'; start = '2026-04-03' }
    ) {
        Set-Content TestDrive:/table.csv "Subject,Start Date,Start Time,End Date,End Time`r`nReview,03/04/2026,09:00,03/04/2026,10:00"

        $null = Import-Calendar TestDrive:/table.csv $alice -Culture $culture -TimeZone Europe/Berlin

        (Get-Appointment $alice -Subject Review).Start.ToString() | Should -BeLike "${start}T09:00:00*"
    }

    It 'Guesses no order of day and month, and no language' {
        Set-Content TestDrive:/table.csv "Subject,Start Date,Start Time,End Date,End Time`r`nReview,03/04/2026,09:00,03/04/2026,10:00"

        $null = Import-Calendar TestDrive:/table.csv $alice -TimeZone Europe/Berlin -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -BeLike '*,Restoration.PowerShell.Commands.ImportCalendarCommand'
        Get-Appointment $alice | Should -BeNullOrEmpty

        $null = Import-Calendar TestDrive:/table.csv $alice -Culture xx-Nowhere-y -TimeZone Europe/Berlin -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidArgument,Restoration.PowerShell.Commands.ImportCalendarCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Restore-AppointmentFromFile' {
    BeforeEach {
        Connect-TestStore
        $there = @{ Destination = "store:$alice/Calendar" }
    }
    AfterEach { Disconnect-Restoration }

    It 'Restores a file, and makes mailbox and calendar' {
        $results = Restore-AppointmentFromFile $samples/calendar.ics @there

        $results | Should -HaveCount 12
        $results.Action | Select-Object -Unique | Should -Be 'Create'
        Get-Appointment $alice | Should -HaveCount 12
        (Get-RestoreRequest).Kind | Should -Be 'FileRestore'
    }

    It 'Restores once, however often' {
        $null = Restore-AppointmentFromFile $samples/calendar.ics @there

        (Restore-AppointmentFromFile $samples/calendar.ics @there).Reason | Select-Object -Unique | Should -Be 'Identical'
    }

    It 'Can be undone' {
        $null = Restore-AppointmentFromFile $samples/calendar.ics @there | Undo-RestoreRequest

        Get-Calendar | Should -BeNullOrEmpty
    }

    Context 'Where it is restored from' {
        It 'Takes wildcards, and several files are one restore' {
            Copy-Item $samples/calendar.ics TestDrive:/one.ics
            Copy-Item $samples/calendar.ics TestDrive:/two.ics

            $results = Restore-AppointmentFromFile TestDrive:/*.ics @there

            ($results | Where-Object Action -EQ Create) | Should -HaveCount 12
            Get-RestoreRequest | Should -HaveCount 1
            Remove-Item TestDrive:/*.ics
        }

        It 'Takes a name with brackets literally' {
            Copy-Item $samples/calendar.ics -Destination 'TestDrive:/[draft].ics'

            Restore-AppointmentFromFile -LiteralPath 'TestDrive:/[draft].ics' @there | Should -HaveCount 12
        }

        It 'Takes files from the pipeline' {
            Get-Item $samples/calendar.ics | Restore-AppointmentFromFile @there | Should -HaveCount 12
        }

        It 'Takes names from the pipeline' {
            "$samples/calendar.ics" | Restore-AppointmentFromFile @there | Should -HaveCount 12
        }

        It 'Takes <_>' -ForEach 'calendar.csv', 'calendar.json', 'calendar.ics.gz' {
            Import-Sample
            $null = Export-Calendar $alice "TestDrive:/$_"

            Restore-AppointmentFromFile "TestDrive:/$_" -Destination store:bob@contoso.com/Calendar | Should -HaveCount 12
            (Restore-AppointmentFromBackup "store:$alice/Calendar" -Destination store:bob@contoso.com/Calendar).Reason | Select-Object -Unique | Should -Be 'Identical'
        }

        It 'Takes the format that it is told' {
            Copy-Item $samples/calendar.ics TestDrive:/calendar.txt

            Restore-AppointmentFromFile TestDrive:/calendar.txt -SourceFormat ICS @there | Should -HaveCount 12
        }

        It 'Restores nothing from an empty pipeline' {
            @() | Restore-AppointmentFromFile @there | Should -BeNullOrEmpty

            Get-RestoreRequest | Should -BeNullOrEmpty
        }
    }

    Context 'What is restored' {
        It 'Chooses by <name>' -ForEach @(
            @{ name = 'a part of the subject'; policy = @{ Subject = 'fair' }; count = 1 }
            @{ name = 'a pattern'; policy = @{ Subject = 'Team*' }; count = 2 }
            @{ name = 'an expression'; policy = @{ Subject = 'regex:^(Dentist|Focus)' }; count = 2 }
            @{ name = 'what it is not'; policy = @{ ExcludeSubject = '*e*' }; count = 3 }
            @{ name = 'category'; policy = @{ Category = 'Finance' }; count = 1 }
            @{ name = 'days'; policy = @{ StartDate = '2026-11-25'; EndDate = '2026-11-25'; TimeZone = 'Europe/Berlin'; Subject = 'Trade' }; count = 1 }
            @{ name = 'kind'; policy = @{ ItemKind = 'Occurrence' }; count = 1 }
            @{ name = 'number'; policy = @{ Limit = 3; OrderBy = 'StartAscending' }; count = 3 }
        ) {
            Restore-AppointmentFromFile $samples/calendar.ics @there @policy | Should -HaveCount $count
        }

        It 'Restores only what is missing' {
            Import-Sample
            $null = Remove-Appointment $alice -Subject Dentist

            (Restore-AppointmentFromFile $samples/calendar.ics @there -Only Missing | Where-Object Action -EQ Create).Subject | Should -Be 'Dentist'
        }

        It 'Finds what is alike, and says how much' {
            Import-Sample
            (Get-Content $samples/calendar.ics -Raw) -replace '(?m)^UID:', 'UID:other-' -replace 'SUMMARY:Dentist', 'SUMMARY:Re: DENTIST!' | Set-Content TestDrive:/alike.ics -NoNewline

            $alike = Restore-AppointmentFromFile TestDrive:/alike.ics @there -Subject dentist -DuplicateDetection Strict -WarningAction SilentlyContinue

            $alike.MatchedBy | Should -Be 'Similarity'
            $alike.Detail | Should -Match 'score 1\.00, threshold 0\.99'
            Get-Appointment $alice | Should -HaveCount 12
        }

        It 'Does as the conflict resolution says' {
            Import-Sample
            (Get-Content $samples/calendar.ics -Raw) -replace 'Dr. Lindner', 'Dr. Moser' | Set-Content TestDrive:/changed.ics -NoNewline

            $null = Restore-AppointmentFromFile TestDrive:/changed.ics @there -Only Changed -ConflictResolutionOption KeepSourceItem

            (Get-Appointment $alice -Subject Dentist).Location | Should -Be 'Dr. Moser'
        }
    }

    It 'Restores to a file' {
        $null = Restore-AppointmentFromFile $samples/calendar.ics -Subject Dentist -Destination TestDrive:/dentist.json

        'TestDrive:/dentist.json' | Should -FileContentMatch 'Dr. Lindner'
    }

    It 'Saves a plan, and executes it' {
        $null = Restore-AppointmentFromFile $samples/calendar.ics @there -PlanOnly -PlanPath TestDrive:/file.plan
        Get-Calendar | Should -BeNullOrEmpty

        $null = Restore-AppointmentFromFile -PlanPath TestDrive:/file.plan

        Get-Appointment $alice | Should -HaveCount 12
    }

    It 'Fails if nothing is named' {
        { Restore-AppointmentFromFile @there } | Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.RestoreAppointmentFromFileCommand'
    }

    It 'Changes nothing with -WhatIf' {
        Restore-AppointmentFromFile $samples/calendar.ics @there -WhatIf | Should -BeNullOrEmpty

        Get-Calendar | Should -BeNullOrEmpty
        Get-RestoreRequest | Should -BeNullOrEmpty
    }

    It 'Fails for <name>' -ForEach @(
        @{ name = 'a file that is not there'; file = 'TestDrive:/missing.ics'; with = @{}; id = 'FileNotFound' }
        @{ name = 'no location'; file = 'calendar.ics'; with = @{ Destination = 'nowhere' }; id = 'InvalidLocation' }
        @{ name = 'itself as the destination'; file = 'calendar.ics'; with = @{ Destination = 'calendar.ics' }; id = 'InvalidArgument' }
        @{ name = 'Microsoft 365 without a tenant'; file = 'calendar.ics'; with = @{ Destination = 'graph:alice@contoso.com' }; id = 'NotConnected' }
        @{ name = 'an expression that is none'; file = 'calendar.ics'; with = @{ Subject = 'regex:('; Destination = 'store:a/b' }; id = 'InvalidArgument' }
        @{ name = 'a date without a zone'; file = 'calendar.ics'; with = @{ StartDate = '2026-11-01'; Destination = 'store:a/b' }; id = 'TimeZoneRequired' }
    ) {
        Push-Location $samples
        try {
            { Restore-AppointmentFromFile -Path $file @with } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.RestoreAppointmentFromFileCommand"
        }
        finally { Pop-Location }
        Get-RestoreRequest | Should -BeNullOrEmpty
    }
}

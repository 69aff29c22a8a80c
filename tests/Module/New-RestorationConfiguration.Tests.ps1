BeforeAll {
    . $PSScriptRoot/Common.ps1
    $files = @{ SourceType = 'ExportFile'; Source = @{ paths = '*.ics' }; DestinationType = 'LocalCalendar'; Destination = @{ calendar = 'Imported' } }
}

Describe 'New-RestorationConfiguration' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Saves a configuration for the acting user' {
        $made = New-RestorationConfiguration Nightly @files -Description 'Every night.' -Policy @{ subjects = 'Team*', 'Board*'; limit = 5 }

        $made.User | Should -Be 'tester'
        $made.IsActive | Should -BeTrue
        $saved = Get-RestorationConfiguration Nightly
        $saved.ConfigurationId | Should -Be $made.ConfigurationId
        $saved.Description | Should -Be 'Every night.'
        ($saved.Policy | ConvertFrom-Json).subjects | Should -Be 'Team*', 'Board*'
        ($saved.Source | ConvertFrom-Json).paths | Should -Be '*.ics'
    }

    It 'Takes JSON' {
        (New-RestorationConfiguration Nightly ExportFile '{"path":"a.ics"}' ExportFile '{"path":"b.csv"}' -Inactive).IsActive | Should -BeFalse
    }

    It 'Takes configurations from the pipeline' {
        $null = New-RestorationConfiguration Nightly @files -Description 'Every night.' -Policy @{ limit = 5 }

        (Get-RestorationConfiguration Nightly | Select-Object * -ExcludeProperty Name | Select-Object *, @{ n = 'Name'; e = { 'Weekly' } } | New-RestorationConfiguration).Name | Should -Be 'Weekly'
    }

    It 'Saves nothing with -WhatIf' {
        New-RestorationConfiguration Nightly @files -WhatIf | Should -BeNullOrEmpty

        Get-RestorationConfiguration -Name Nightly | Should -BeNullOrEmpty
    }

    It 'Fails for <name>, and saves nothing' -ForEach @(
        @{ name = 'a name that is a pattern'; id = 'InvalidArgument'; with = @{ Name = 'Night*' } }
        @{ name = 'a member that nobody knows'; id = 'InvalidArgument'; with = @{ Source = @{ paths = 'a'; colour = 'red' } } }
        @{ name = 'what is no JSON'; id = 'InvalidArgument'; with = @{ Destination = '{' } }
        @{ name = 'a format that is none'; id = 'UnsupportedFormat'; with = @{ Source = @{ paths = 'a'; format = 'PST' } } }
        @{ name = 'a time zone that is none'; id = 'TimeZoneNotFound'; with = @{ Policy = @{ startDate = '2026-11-01'; timeZone = 'Mars' } } }
        @{ name = 'a destination inside the source'; id = 'InvalidArgument'; with = @{ DestinationType = 'ExportFile'; Destination = @{ path = 'all.ics' } } }
    ) {
        $wrong = @{ Name = 'Wrong' } + $files
        foreach ($key in $with.Keys) { $wrong[$key] = $with[$key] }

        { New-RestorationConfiguration @wrong -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.NewRestorationConfigurationCommand"
        Get-RestorationConfiguration | Should -HaveCount 3
    }

    It 'Fails for a name that the user has already, whatever its case' {
        $null = New-RestorationConfiguration Nightly @files

        { New-RestorationConfiguration NIGHTLY @files -ErrorAction Stop } | Should -Throw -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.NewRestorationConfigurationCommand'
    }
}

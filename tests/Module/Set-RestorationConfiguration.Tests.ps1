BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Set-RestorationConfiguration' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Changes what is given, and nothing else' {
        $before = Get-RestorationConfiguration 'Import from CSV'

        Set-RestorationConfiguration 'Import from CSV' -IsActive:$true | Should -BeNullOrEmpty

        $after = Get-RestorationConfiguration 'Import from CSV'
        $after.IsActive | Should -BeTrue
        $after.Source | Should -Be $before.Source
        $after.Description | Should -Be $before.Description
        $after.ConfigurationId | Should -Be $before.ConfigurationId
        $after.UpdatedAt | Should -BeGreaterThan $before.UpdatedAt
    }

    It 'Writes the configuration with -PassThru' {
        (Set-RestorationConfiguration 'Import from CSV' -Name 'Tables' -Policy @{ only = 'Missing' } -PassThru).Name | Should -Be 'Tables'

        ((Get-RestorationConfiguration Tables).Policy | ConvertFrom-Json).only | Should -Be 'Missing'
    }

    It 'Takes configurations from the pipeline' {
        Get-RestorationConfiguration | Set-RestorationConfiguration -IsActive:$false

        (Get-RestorationConfiguration -IsActive:$true) | Should -BeNullOrEmpty
    }

    It 'Takes an empty policy for the defaults' {
        Set-RestorationConfiguration 'Import from CSV' -Description 'Tables' -Policy @{}

        $after = Get-RestorationConfiguration 'Import from CSV'
        $after.Description | Should -Be 'Tables'
        $after.Policy | Should -Be '{}'
    }

    It 'Changes the type with the source' {
        Set-RestorationConfiguration 'Import from CSV' -SourceType BackupCalendar -Source @{ calendars = 'Backup' }

        (Get-RestorationConfiguration 'Import from CSV').SourceType | Should -Be 'BackupCalendar'
    }

    It 'Changes nothing with -WhatIf' {
        Set-RestorationConfiguration 'Import from CSV' -IsActive:$true -WhatIf

        (Get-RestorationConfiguration 'Import from CSV').IsActive | Should -BeFalse
    }

    It 'Fails for what a new one would fail for, and saves nothing' {
        { Set-RestorationConfiguration 'Import from CSV' -Source @{ calendars = 'Backup' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.SetRestorationConfigurationCommand'
        { Set-RestorationConfiguration 'Import from CSV' -Name 'Backup to MSGraph' -ErrorAction Stop } |
            Should -Throw -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.SetRestorationConfigurationCommand'

        (Get-RestorationConfiguration 'Import from CSV').Source | Should -Match 'csv'
    }

    It 'Fails for one that is not there' {
        { Set-RestorationConfiguration Nothing -IsActive:$true -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConfigurationNotFound,Restoration.PowerShell.Commands.SetRestorationConfigurationCommand'
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $good = '{"name":"One","sourceType":"ExportFile","source":{"path":"a.ics"},"destinationType":"LocalCalendar","destination":{"calendar":"b"}}'
}

Describe 'Import-RestorationConfiguration' {
    BeforeEach {
        Connect-TestStore
        $path = "TestDrive:/$([guid]::NewGuid()).json"
    }
    AfterEach { Disconnect-Restoration }

    It 'Saves what was exported, in another store' {
        $before = Get-RestorationConfiguration | Select-Object Name, Description, SourceType, DestinationType, IsActive | ConvertTo-Json
        $null = Export-RestorationConfiguration $path
        Connect-TestStore
        Get-RestorationConfiguration | Remove-RestorationConfiguration

        $saved = Import-RestorationConfiguration $path

        $saved.User | Select-Object -Unique | Should -Be 'tester'
        Get-RestorationConfiguration | Select-Object Name, Description, SourceType, DestinationType, IsActive | ConvertTo-Json | Should -Be $before
        ((Get-RestorationConfiguration 'Import from CSV').Source | ConvertFrom-Json).paths | Should -Be '*.csv'
    }

    It 'Takes files from the pipeline' {
        Set-Content $path "{`"configurations`":[$good]}"

        (Get-Item $path | Import-RestorationConfiguration).Name | Should -Be 'One'
    }

    It 'Takes a name with brackets literally' {
        Set-Content -LiteralPath 'TestDrive:/[one].json' "{`"configurations`":[$good]}"

        (Import-RestorationConfiguration -LiteralPath 'TestDrive:/[one].json').Name | Should -Be 'One'
    }

    It 'Saves nothing with -WhatIf' {
        Set-Content $path "{`"configurations`":[$good]}"

        Import-RestorationConfiguration $path -WhatIf | Should -BeNullOrEmpty
        Get-RestorationConfiguration | Should -HaveCount 3
    }

    It 'Saves all or none: <name>' -ForEach @(
        @{ name = 'one is wrong'; second = '{"name":"Two","sourceType":"ExportFile","source":{"colour":1},"destinationType":"LocalCalendar","destination":{"calendar":"b"}}'; id = 'InvalidArgument' }
        @{ name = 'one is there twice'; second = $null; id = 'AlreadyExists' }
    ) {
        Set-Content $path "{`"configurations`":[$good,$($second ?? $good)]}"

        { Import-RestorationConfiguration $path -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.ImportRestorationConfigurationCommand"
        Get-RestorationConfiguration | Should -HaveCount 3
    }

    It 'Fails for a file that <name>' -ForEach @(
        @{ name = 'is not there'; text = $null; id = 'FileNotFound' }
        @{ name = 'is empty'; text = ''; id = 'InvalidData' }
        @{ name = 'is no JSON'; text = 'Dear diary'; id = 'InvalidData' }
        @{ name = 'is something else'; text = '{"appointments":[]}'; id = 'InvalidData' }
        @{ name = 'leaves something out'; text = '{"configurations":[{"name":"One"}]}'; id = 'InvalidData' }
    ) {
        if ($null -ne $text) { Set-Content $path $text -NoNewline }

        { Import-RestorationConfiguration $path -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.ImportRestorationConfigurationCommand"
    }
}

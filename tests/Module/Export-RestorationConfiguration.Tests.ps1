BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Export-RestorationConfiguration' {
    BeforeEach {
        Connect-TestStore
        $path = "TestDrive:/$([guid]::NewGuid()).json"
    }
    AfterEach { Disconnect-Restoration }

    It 'Writes all, without users, numbers and times' {
        $file = Export-RestorationConfiguration $path

        $file.ItemCount | Should -Be 3
        $file.Size | Should -Be (Get-Item $path).Length
        $written = (Get-Content $path -Raw | ConvertFrom-Json).configurations
        $written.name | Should -Be 'Audit Log Recovery', 'Backup to MSGraph', 'Import from CSV'
        $written[2].PSObject.Properties.Name | Should -Be 'name', 'description', 'sourceType', 'source', 'destinationType', 'destination', 'policy', 'isActive'
        $written[2].sourceType | Should -Be 'ExportFile'
    }

    It 'Writes those that are named' {
        $null = Export-RestorationConfiguration $path 'Import from CSV', 'Backup to MSGraph'

        (Get-Content $path -Raw | ConvertFrom-Json).configurations.name | Should -Be 'Import from CSV', 'Backup to MSGraph'
    }

    It 'Takes configurations from the pipeline' {
        $null = Get-RestorationConfiguration -SourceType ExportFile | Export-RestorationConfiguration $path

        (Get-Content $path -Raw | ConvertFrom-Json).configurations.name | Should -Be 'Import from CSV'
    }

    It 'Writes none of an empty pipeline, rather than all' {
        $null = @() | Export-RestorationConfiguration $path

        (Get-Content $path -Raw | ConvertFrom-Json).configurations | Should -BeNullOrEmpty
    }

    It 'Overwrites only with -Force' {
        Set-Content $path 'mine'

        { Export-RestorationConfiguration $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.ExportRestorationConfigurationCommand'
        Get-Content $path | Should -Be 'mine'

        $null = Export-RestorationConfiguration $path -Force
        Get-Content $path -Raw | Should -Match 'Audit Log Recovery'
    }

    It 'Writes nothing with -WhatIf' {
        Export-RestorationConfiguration $path -WhatIf | Should -BeNullOrEmpty

        $path | Should -Not -Exist
    }

    It 'Fails for one that is not there, and writes no file' {
        Export-RestorationConfiguration $path Nothing -ErrorAction SilentlyContinue -ErrorVariable failures -WhatIf

        $failures[0].FullyQualifiedErrorId | Should -Be 'ConfigurationNotFound,Restoration.PowerShell.Commands.ExportRestorationConfigurationCommand'
    }
}

BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $commands = (Import-PowerShellDataFile $manifest).CmdletsToExport
    $examples = foreach ($command in $commands) {
        foreach ($example in (Get-Help $command).examples.example) {
            @{ command = $command; title = $example.title.Trim('-', ' '); code = $example.code }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters
}

Describe 'Help of <_>' -ForEach $commands {
    BeforeAll {
        $help = Get-Help $_ -Full
        $command = Get-Command $_
    }

    It 'Says what the cmdlet does, takes and writes' {
        $help.Synopsis | Should -Match '^[A-Z].+\.$'
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        $help.alertSet.alert.Text | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty
    }

    It 'Describes every parameter, and no other' {
        $help.parameters.parameter.name | Sort-Object | Should -Be ($command.Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object)
        foreach ($parameter in $help.parameters.parameter) {
            $parameter.description.Text | Should -Match '^[A-Z].+\.$' -Because $parameter.name
        }
    }

    It 'Has two examples at least' {
        $help.examples.example.Count | Should -BeGreaterOrEqual 2
    }

    It 'Links to what there is' {
        $help.relatedLinks.navigationLink.linkText | Where-Object { -not (Get-Help $_ -ErrorAction Ignore) } | Should -BeNullOrEmpty
    }
}

Describe 'Examples' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $null = Backup-Calendar $alice
        Remove-Lost
        $folder = New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory
        Copy-Item $samples/calendar.ics, $samples/scripts.db $folder
        Copy-Item (New-AuditFile) $folder/audit.csv
        Push-Location $folder
    }
    AfterEach {
        Pop-Location
        Disconnect-Restoration
    }

    It '<command>: <title>' -ForEach $examples {
        $written = & ([scriptblock]::Create($code)) 2>&1

        $written | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
    }
}

Describe 'about' {
    It 'Is found: <_>' -ForEach 'about_Restoration', 'about_RestorationConfiguration', 'about_RestoreRequest' {
        Get-Help $_ | Should -Match 'LONG DESCRIPTION'
    }
}

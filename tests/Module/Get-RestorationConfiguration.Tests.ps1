BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestorationConfiguration' {
    BeforeAll { Connect-TestStore }
    AfterAll { Disconnect-Restoration }

    It 'Lists the three samples of a new store' {
        $samples = Get-RestorationConfiguration

        $samples.Name | Should -Be 'Audit Log Recovery', 'Backup to MSGraph', 'Import from CSV'
        $samples.SourceType | Should -Be 'AuditLog', 'BackupCalendar', 'ExportFile'
        $samples.DestinationType | Should -Be 'LocalCalendar', 'MSGraphCalendar', 'LocalCalendar'
        $samples.IsActive | Should -Be $true, $true, $false
    }

    It 'Gets one by <name>' -ForEach @(
        @{ name = 'name, without case'; identity = { 'import from csv' } }
        @{ name = 'number'; identity = { (Get-RestorationConfiguration -Name Import*).ConfigurationId } }
        @{ name = 'itself'; identity = { Get-RestorationConfiguration -Name Import* } }
    ) {
        (Get-RestorationConfiguration (& $identity)).Name | Should -Be 'Import from CSV'
    }

    It 'Takes names from the pipeline' {
        ('Import from CSV', 'Backup to MSGraph' | Get-RestorationConfiguration).Name | Should -Be 'Import from CSV', 'Backup to MSGraph'
    }

    It 'Filters by <name>' -ForEach @(
        @{ name = 'name'; filter = @{ Name = '*msgraph' }; found = 'Backup to MSGraph' }
        @{ name = 'user'; filter = @{ User = 'nobody' }; found = @() }
        @{ name = 'type of the source'; filter = @{ SourceType = 'AuditLog' }; found = 'Audit Log Recovery' }
        @{ name = 'type of the destination'; filter = @{ DestinationType = 'LocalCalendar' }; found = 'Audit Log Recovery', 'Import from CSV' }
        @{ name = 'whether it is active'; filter = @{ IsActive = $false }; found = 'Import from CSV' }
        @{ name = 'text'; filter = @{ Text = 'HARDDELETE' }; found = 'Audit Log Recovery' }
        @{ name = 'all of them'; filter = @{ DestinationType = 'LocalCalendar'; IsActive = $true }; found = 'Audit Log Recovery' }
    ) {
        (Get-RestorationConfiguration @filter).Name | Should -Be $found
    }

    It 'Fails for <_>' -ForEach 'Nothing', '4711' {
        { Get-RestorationConfiguration $_ -ErrorAction Stop } | Should -Throw -ErrorId 'ConfigurationNotFound,Restoration.PowerShell.Commands.GetRestorationConfigurationCommand'
    }

    It 'Does not take an empty identity for all' {
        { Get-RestorationConfiguration '' } | Should -Throw
        { Get-RestorationConfiguration $null } | Should -Throw
    }
}

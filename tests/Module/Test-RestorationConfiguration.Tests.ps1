BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Test-RestorationConfiguration' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Says nothing of one that could be run' {
        Test-RestorationConfiguration 'Audit Log Recovery' | Should -BeNullOrEmpty
        Test-RestorationConfiguration 'Audit Log Recovery' -Quiet | Should -BeTrue
    }

    It 'Says that <name>' -ForEach @(
        @{ name = 'a file is missing, also of one that is not active'; identity = 'Import from CSV'; code = 'FileNotFound' }
        @{ name = 'a calendar is missing'; identity = 'Backup to MSGraph'; code = 'CalendarNotFound' }
    ) {
        $finding = Test-RestorationConfiguration $identity

        $finding.Code | Should -Be $code
        $finding.Item | Should -Be $identity
        Test-RestorationConfiguration $identity -Quiet | Should -BeFalse
    }

    It 'Says that no tenant is connected' {
        Import-Sample $alice Recovered

        (Test-RestorationConfiguration 'Backup to MSGraph').Code | Should -Be 'NotConnected'
    }

    It 'Takes configurations from the pipeline' {
        Get-RestorationConfiguration | Test-RestorationConfiguration -Quiet | Should -Be $true, $false, $false
    }

    It 'Changes nothing' {
        Import-Sample
        Remove-Lost
        $entries = @(Get-RestorationAuditLog).Count

        $null = Get-RestorationConfiguration | Test-RestorationConfiguration

        @(Get-RestorationAuditLog).Count | Should -Be $entries
    }

    It 'Fails for one that is not there' {
        { Test-RestorationConfiguration Nothing -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConfigurationNotFound,Restoration.PowerShell.Commands.TestRestorationConfigurationCommand'
    }
}

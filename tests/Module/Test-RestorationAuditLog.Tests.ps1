BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Test-RestorationAuditLog' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Finds a whole trail whole' {
        $verdict = Test-RestorationAuditLog

        $verdict.IsValid | Should -BeTrue
        $verdict.Entries | Should -Be 14
    }

    It 'Answers yes or no with -Quiet' {
        Test-RestorationAuditLog -Quiet | Should -BeExactly $true
    }
}

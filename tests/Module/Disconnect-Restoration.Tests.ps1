BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Disconnect-Restoration' {
    It 'Goes back to the default store' {
        $null = Connect-Restoration -Store TestDrive:/gone.db -User bob

        Disconnect-Restoration

        $context = Get-RestorationContext
        $context.IsConnected | Should -BeFalse
        $context.Store | Should -Not -BeLike '*gone.db'
    }

    It 'May be said twice' {
        Disconnect-Restoration
        Disconnect-Restoration

        (Get-RestorationContext).IsConnected | Should -BeFalse
    }
}

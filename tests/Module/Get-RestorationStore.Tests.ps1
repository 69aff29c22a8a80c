BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestorationStore' {
    BeforeEach { $path = "TestDrive:/$([guid]::NewGuid()).db" }
    AfterEach { Disconnect-Restoration }

    It 'Makes no store' {
        $status = Get-RestorationStore -Store $path

        $status.Exists | Should -BeFalse
        $path | Should -Not -Exist
    }

    It 'Shows the store of the runspace' {
        $context = Connect-Restoration -Store $path

        $status = Get-RestorationStore

        $status.Store | Should -Be $context.Store
        $status.IsCurrent | Should -BeTrue
    }

    It 'Takes stores from the pipeline, by value and by property' {
        $null = Connect-Restoration -Store $path

        ($path | Get-RestorationStore).Exists | Should -BeTrue
        (Get-RestorationContext | Get-RestorationStore).Exists | Should -BeTrue
    }

    It 'Fails for a file that is no store of ours' {
        Set-Content -LiteralPath $path -Value ('no database' * 200)

        { Get-RestorationStore -Store $path -ErrorAction Stop } |
            Should -Throw -ErrorId 'Store*,Restoration.PowerShell.Commands.GetRestorationStoreCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestorationContext' {
    AfterEach {
        Remove-Item Env:RESTORATION_STORE, Env:RESTORATION_USER -ErrorAction Ignore
        Disconnect-Restoration
    }

    It 'Names the store of the environment, and opens it when it is first needed' {
        $env:RESTORATION_STORE = Join-Path (Resolve-Path TestDrive:/).ProviderPath 'environment.db'
        $env:RESTORATION_USER = 'erin'

        $context = Get-RestorationContext
        $context.Store | Should -Be $env:RESTORATION_STORE
        $context.User | Should -Be 'erin'
        $env:RESTORATION_STORE | Should -Not -Exist

        Get-Calendar | Should -BeNullOrEmpty
        $env:RESTORATION_STORE | Should -Exist
    }

    It 'Follows the environment while nobody has connected' {
        $env:RESTORATION_STORE = Join-Path (Resolve-Path TestDrive:/).ProviderPath 'first.db'
        $null = New-Calendar $alice
        $env:RESTORATION_STORE = Join-Path (Resolve-Path TestDrive:/).ProviderPath 'second.db'

        Get-Calendar | Should -BeNullOrEmpty
    }

    It 'Is of the runspace: what one connects to is nothing to the others' {
        $null = Connect-Restoration -Store TestDrive:/mine.db
        $mine = (Get-RestorationContext).Store

        $theirs = 1..3 | ForEach-Object -ThrottleLimit 3 -Parallel { Import-Module $using:manifest; (Get-RestorationContext).Store }

        $theirs | Should -Not -Contain $mine
        (Get-RestorationContext).Store | Should -Be $mine
    }
}

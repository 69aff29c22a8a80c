BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Connect-Restoration' {
    AfterEach { Disconnect-Restoration }

    It 'Makes the store, and says which it is' {
        $context = Connect-Restoration -Store TestDrive:/connected.db -User bob

        'TestDrive:/connected.db' | Should -Exist
        $context.Store | Should -Be (Resolve-Path TestDrive:/connected.db).ProviderPath
        $context.User | Should -Be 'bob'
        $context.IsConnected | Should -BeTrue
    }

    It 'Takes paths from the location of the runspace' {
        Push-Location TestDrive:/
        $context = Connect-Restoration relative.db
        Pop-Location

        $context.Store | Should -Be (Resolve-Path TestDrive:/relative.db).ProviderPath
    }

    It 'Acts as the user' {
        $null = Connect-Restoration -Store TestDrive:/acting.db -User carol
        $null = New-Calendar $alice

        (Get-RestorationAuditLog).Actor | Should -Be 'carol'
    }

    It 'Takes a context from the pipeline' {
        $null = Connect-Restoration -Store TestDrive:/piped.db -User dave
        $context = Get-RestorationContext
        Disconnect-Restoration

        ($context | Connect-Restoration).User | Should -Be 'dave'
    }

    It 'Keeps the connection when another store cannot be opened' {
        $context = Connect-Restoration -Store TestDrive:/good.db
        Set-Content TestDrive:/bad.db -Value ('no database' * 200)

        { Connect-Restoration -Store TestDrive:/bad.db -ErrorAction Stop } | Should -Throw -ErrorId 'Store*,Restoration.PowerShell.Commands.ConnectRestorationCommand'

        (Get-RestorationContext).Store | Should -Be $context.Store
    }
}

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

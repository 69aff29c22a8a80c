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

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Update-RestorationStore' {
    BeforeEach { $path = "TestDrive:/$([guid]::NewGuid()).db" }
    AfterEach { Disconnect-Restoration }

    It 'Makes a store of the latest version' {
        $status = Update-RestorationStore -Store $path

        $status.Version | Should -Be $status.LatestVersion
        (Get-RestorationStore $path).IsCurrent | Should -BeTrue
    }

    It 'Goes to the version that is named, down and up again, and leaves the store usable' {
        $null = Connect-Restoration -Store $path
        $null = New-Calendar $alice
        $latest = (Get-RestorationStore).Version

        (Update-RestorationStore -Version ($latest - 1) -Force -Confirm:$false).Version | Should -Be ($latest - 1)
        { Get-Calendar -ErrorAction Stop } | Should -Throw -ErrorId 'StoreOutdated,Restoration.PowerShell.Commands.GetCalendarCommand'
        $null = Update-RestorationStore

        (Get-Calendar).Mailbox | Should -Be $alice
    }

    It 'Does not go down without -Force' {
        $latest = (Update-RestorationStore -Store $path).Version

        { Update-RestorationStore -Store $path -Version 1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.UpdateRestorationStoreCommand'
        (Get-RestorationStore $path).Version | Should -Be $latest
    }

    It 'Asks before it goes down, and stays where nobody can answer' {
        $latest = (Update-RestorationStore -Store $path).Version
        $full = (Resolve-Path $path).ProviderPath

        $shell = Wait-Shell (Start-Shell "Update-RestorationStore '$full' -Version 1 -Force")

        $shell.Streams.Error.ReadAll() | Should -HaveCount 1
        $shell.Dispose()
        (Get-RestorationStore $path).Version | Should -Be $latest
    }

    It 'Changes nothing with -WhatIf' {
        Update-RestorationStore -Store $path -WhatIf

        $path | Should -Not -Exist
    }
}

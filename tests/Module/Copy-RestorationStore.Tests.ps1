BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Copy-RestorationStore' {
    BeforeEach {
        $path = "TestDrive:/$([guid]::NewGuid()).db"
        $copy = "TestDrive:/$([guid]::NewGuid()).db"
        $context = Connect-Restoration -Store $path
        $null = New-Calendar $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Copies the store of the runspace, with its audit trail' {
        $result = Copy-RestorationStore -Destination $copy

        $result.Source | Should -Be $context.Store
        $result.AuditEntries | Should -BeGreaterThan 0
        $null = Connect-Restoration -Store $copy
        (Get-Calendar).Mailbox | Should -Be $alice
        (Test-RestorationAuditLog).IsValid | Should -BeTrue
    }

    It 'Copies a store that is named' {
        Disconnect-Restoration

        (Copy-RestorationStore $copy $path).Source | Should -Be $context.Store
    }

    It 'Takes stores from the pipeline, by value and by property' {
        ($path | Copy-RestorationStore -Destination $copy).Source | Should -Be $context.Store
        (Get-RestorationContext | Copy-RestorationStore -Destination "$copy.2").Source | Should -Be $context.Store
    }

    It 'Copies nothing with -WhatIf' {
        Copy-RestorationStore -Destination $copy -WhatIf

        $copy | Should -Not -Exist
    }

    It 'Fails where something is already, and leaves that as it is' {
        $null = Copy-RestorationStore -Destination $copy
        $before = (Get-FileHash $copy).Hash

        { Copy-RestorationStore -Destination $copy -ErrorAction Stop } |
            Should -Throw -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.CopyRestorationStoreCommand'
        (Get-FileHash $copy).Hash | Should -Be $before
    }

    It 'Fails for a store that does not exist, and makes none' {
        { Copy-RestorationStore -Destination $copy -Store TestDrive:/nothing.db -ErrorAction Stop } |
            Should -Throw -ErrorId 'FileNotFound,Restoration.PowerShell.Commands.CopyRestorationStoreCommand'
        $copy | Should -Not -Exist
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Export-RestorationAuditLog' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $path = "TestDrive:/$([guid]::NewGuid()).jsonl"
    }
    AfterEach { Disconnect-Restoration }

    It 'Writes one JSON object a line' {
        $file = Export-RestorationAuditLog $path

        $file.EntryCount | Should -Be 14
        $entries = Get-Content $path | ConvertFrom-Json
        $entries.operation | Should -Contain 'ItemCreate'
    }

    It 'Writes only what fits' {
        (Export-RestorationAuditLog -LiteralPath $path -Operation Import).EntryCount | Should -Be 2
    }

    It 'Takes requests from the pipeline by property' {
        (Get-RestoreRequest Import | Export-RestorationAuditLog -LiteralPath $path).EntryCount | Should -Be 14
    }

    It 'Keeps a file that exists, unless told otherwise' {
        $null = Export-RestorationAuditLog $path

        { Export-RestorationAuditLog $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.ExportRestorationAuditLogCommand'
        (Export-RestorationAuditLog $path -Force).EntryCount | Should -Be 14
    }

    It 'Writes nothing with -WhatIf' {
        Export-RestorationAuditLog $path -WhatIf | Should -BeNullOrEmpty

        $path | Should -Not -Exist
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestorationAuditLog' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $null = Backup-Calendar $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists every operation and every item, oldest first' {
        $entries = Get-RestorationAuditLog

        $entries.Sequence | Should -Be (1..$entries.Count)
        ($entries | Where-Object Operation -EQ ItemCreate) | Should -HaveCount 12
        $entries[-1].Operation | Should -Be 'Backup'
    }

    It 'Filters by operation, actor and time' {
        (Get-RestorationAuditLog -Operation back*).Operation | Should -Be 'Backup'
        Get-RestorationAuditLog -Actor nobody | Should -BeNullOrEmpty
        Get-RestorationAuditLog -Actor tes* | Should -Not -BeNullOrEmpty
        Get-RestorationAuditLog -Before yesterday | Should -BeNullOrEmpty
        Get-RestorationAuditLog -After ([DateTimeOffset]::UtcNow.AddHours(-1)) | Should -Not -BeNullOrEmpty
        { Get-RestorationAuditLog -After ([datetime]'2026-11-01') } | Should -Throw -ErrorId 'TimeZoneRequired,Restoration.PowerShell.Commands.GetRestorationAuditLogCommand'
    }

    It 'Takes requests from the pipeline by property' {
        $entries = Get-RestoreRequest Import | Get-RestorationAuditLog

        $entries | Should -HaveCount 14
        ($entries | Where-Object Operation -EQ Backup) | Should -BeNullOrEmpty
        (Get-RestoreRequestStatistics Import | Get-RestorationAuditLog) | Should -HaveCount 14
    }

    It 'Stops reading when nobody wants more' {
        Get-RestorationAuditLog | Select-Object -First 1 | Should -HaveCount 1
    }
}

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

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

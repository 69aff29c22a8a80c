BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Remove-RestorationConfiguration' {
    BeforeEach { Connect-TestStore }
    AfterEach { Disconnect-Restoration }

    It 'Removes one by name' {
        Remove-RestorationConfiguration 'Import from CSV' | Should -BeNullOrEmpty

        (Get-RestorationConfiguration).Name | Should -Be 'Audit Log Recovery', 'Backup to MSGraph'
    }

    It 'Takes configurations from the pipeline' {
        Get-RestorationConfiguration | Remove-RestorationConfiguration

        Get-RestorationConfiguration | Should -BeNullOrEmpty
    }

    It 'Leaves what it ran, with its number' {
        Import-Sample
        Remove-Lost
        $number = (Get-RestorationConfiguration 'Audit Log Recovery').ConfigurationId
        $null = Invoke-RestorationConfiguration 'Audit Log Recovery'

        Remove-RestorationConfiguration $number

        (Get-RestoreRequest -Kind AuditLogRestore).ConfigurationId | Should -Be $number
        $null = Get-RestoreRequest -Kind AuditLogRestore | Undo-RestoreRequest
        Get-Calendar -Name Recovered | Should -BeNullOrEmpty
    }

    It 'Removes nothing with -WhatIf' {
        Remove-RestorationConfiguration 'Import from CSV' -WhatIf

        Get-RestorationConfiguration | Should -HaveCount 3
    }

    It 'Fails for one that is not there' {
        { Remove-RestorationConfiguration Nothing -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConfigurationNotFound,Restoration.PowerShell.Commands.RemoveRestorationConfigurationCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Resume-RestoreRequest' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $before = Get-CalendarText
        # Nobody takes more than the first result, so the request stops after its first batch.
        $null = Get-Appointment $alice -Subject $lost | Remove-Appointment | Select-Object -First 1
    }
    AfterEach { Disconnect-Restoration }

    It 'Goes on with a request that was stopped' {
        (Get-RestoreRequest Removal).Status | Should -Be 'Suspended'

        $null = Resume-RestoreRequest Removal

        (Get-RestoreRequest Removal).Status | Should -Be 'Completed'
        Get-Appointment $alice | Should -HaveCount 8
    }

    It 'Takes requests from the pipeline' {
        $null = Get-RestoreRequest -Status Suspended | Resume-RestoreRequest

        (Get-RestoreRequest Removal).Status | Should -Be 'Completed'
    }

    It 'Changes nothing with -WhatIf' {
        Resume-RestoreRequest Removal -WhatIf | Should -BeNullOrEmpty

        (Get-RestoreRequest Removal).Status | Should -Be 'Suspended'
    }

    It 'Fails for a request that has ended' {
        { Resume-RestoreRequest Import -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.ResumeRestoreRequestCommand'
    }

    It 'Fails for one that is not there' {
        { Resume-RestoreRequest nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.ResumeRestoreRequestCommand'
    }
}

BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Remove-RestoreRequest' {
    BeforeEach {
        Connect-MailboxStore
        $request = New-Restore @{ TargetRootFolder = '/' } | Wait-RestoreRequest -Timeout 60
    }
    AfterEach { Disconnect-Restoration }

    It 'Forgets the request; what it restored stays' {
        Remove-RestoreRequest $request | Should -BeNullOrEmpty

        Get-RestoreRequest -Kind MailboxRestore | Should -BeNullOrEmpty
        Get-Appointment $bob | Should -Not -BeNullOrEmpty
        (Test-RestorationAuditLog).IsValid | Should -BeTrue
    }

    It 'Takes requests from the pipeline, and does not ask with -Force' {
        Get-RestoreRequest | Remove-RestoreRequest -Force

        Get-RestoreRequest | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf, not even with -Force' {
        Remove-RestoreRequest $request -WhatIf
        Remove-RestoreRequest $request -Force -WhatIf

        Get-RestoreRequest $request | Should -HaveCount 1
    }

    It 'Fails for nothing, never for all' {
        { Remove-RestoreRequest -Identity $null } | Should -Throw
        { Remove-RestoreRequest nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.RemoveRestoreRequestCommand'

        Get-RestoreRequest | Should -HaveCount 2
    }
}

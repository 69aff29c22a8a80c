BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Set-RestoreRequest' {
    BeforeEach {
        Connect-MailboxStore
        $request = New-Restore @{ Suspend = $true; BatchName = 'Move' }
    }
    AfterEach { Disconnect-Restoration }

    It 'Changes what is said and nothing else' {
        $null = Set-RestoreRequest $request -Priority High -BadItemLimit 5 -CompletedRequestAgeLimit 1 -RequestExpiryInterval Unlimited

        $settings = (Get-RestoreRequest $request).Settings
        "$($settings.Priority) $($settings.BadItemLimit) $($settings.LargeItemLimit) $($settings.CompletedRequestAgeLimit) $($settings.RequestExpiryInterval) $($settings.BatchName)" |
            Should -Be 'High 5 0 1.00:00:00 Unlimited Move'
    }

    It 'Takes the label away with nothing, and requests from the pipeline' {
        foreach ($nothing in '', $null) {
            $null = Set-RestoreRequest $request -BatchName Move
            ($request | Set-RestoreRequest -BatchName $nothing).Settings.BatchName | Should -BeNullOrEmpty
        }
    }

    It 'Changes nothing with -WhatIf' {
        Set-RestoreRequest $request -Priority High -WhatIf | Should -BeNullOrEmpty

        (Get-RestoreRequest $request).Settings.Priority | Should -Be Normal
    }

    It 'Fails for a limit that may lose much, unless that is accepted' {
        { Set-RestoreRequest $request -BadItemLimit 51 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.SetRestoreRequestCommand'
        (Set-RestoreRequest $request -BadItemLimit 51 -AcceptLargeDataLoss).Settings.BadItemLimit.Count | Should -Be 51
    }
}

BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Wait-RestoreRequest' {
    BeforeEach { Connect-MailboxStore }
    AfterEach { Disconnect-Restoration }

    It 'Waits for each request of the pipeline' {
        $requests = foreach ($folder in 'A', 'B') { New-Restore @{ TargetRootFolder = $folder } }
        ($requests | Wait-RestoreRequest -Timeout 60).Status | Should -Be Completed, Completed
    }

    It 'Runs what an earlier session has queued' {
        $null = New-Restore @{ Suspend = $true }
        $store = (Get-RestorationContext).Store
        $null = Wait-Shell (Start-Shell '$null = Connect-Restoration -Store $given -User tester; $null = Resume-RestoreRequest MailboxRestore -Confirm:$false; Disconnect-Restoration' $store)

        (Wait-RestoreRequest MailboxRestore -Timeout 60).Status | Should -Be Completed
    }

    It 'Does not wait for what is suspended' {
        (New-Restore @{ Suspend = $true } | Wait-RestoreRequest).Status | Should -Be Suspended
    }

    It 'Fails for one that is not there' {
        { Wait-RestoreRequest nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.WaitRestoreRequestCommand'
    }
}

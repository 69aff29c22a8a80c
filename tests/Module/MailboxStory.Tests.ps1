BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

# What an administrator of Exchange does when somebody has left and somebody else takes over.
Describe 'The mailbox of somebody who has left' {
    BeforeAll {
        Connect-MailboxStore
        $null = Set-RestorationMailbox $alice -Kind Inactive -Hold 'Case 7'
    }
    AfterAll { Disconnect-Restoration }

    It 'Is checked, queued suspended, and shown' {
        $check = Test-RestoreRequest -SourceMailbox $alice -TargetMailbox $bob -AllowLegacyDNMismatch
        $check.IsValid, $check.Findings.Code | Should -Be $true, 'SOURCE_HAS_HOLDS'

        $request = New-Restore @{ TargetRootFolder = '/'; ConflictResolutionOption = 'KeepTargetItem'; ExcludeDumpster = $true; BatchName = 'Leavers'; Suspend = $true; SuspendComment = 'After office hours.'; WarningAction = 'SilentlyContinue' }
        $statistics = $request | Get-RestoreRequestStatistics -IncludeReport
        $statistics.Status, $statistics.StatusDetail, $statistics.Message | Should -Be 'Suspended', 'Suspended', 'After office hours.'
        $statistics.BadItemLimit, $statistics.TargetAlias, $statistics.SourceExchangeGuid | Should -Be '0', 'bob', (Get-RestorationMailbox $alice).MailboxGuid
    }

    It 'Is resumed and merged' {
        $ended = Get-RestoreRequest -BatchName Leavers -Status Suspended | Resume-RestoreRequest | Wait-RestoreRequest -Timeout 60
        $ended.Status | Should -Be Completed

        $statistics = Get-RestoreRequestStatistics bob\MailboxRestore -IncludeReport
        $statistics.PercentComplete, $statistics.ItemsTransferred, $statistics.DataConsistencyScore | Should -Be 100, 12, 'Perfect'
        "$($statistics.EstimatedTransferSize)" | Should -Match ' KB \([\d,]+ bytes\)$'
        $statistics.Report.Message -join ' ' | Should -Match 'RequestResume'
        Get-CalendarText $bob | Should -Be (Get-CalendarText $alice)
    }

    It 'Leaves what was changed since, and says so' {
        $null = Get-Appointment $bob -Subject Dentist | Remove-Appointment
        $null = Import-Calendar -LiteralPath "$samples/calendar.ics" -Mailbox changed@contoso.com
        $ended = New-Restore @{ TargetRootFolder = '/'; ConflictResolutionOption = 'KeepTargetItem'; WarningAction = 'SilentlyContinue' } | Wait-RestoreRequest -Timeout 60

        $ended.Counts.Created, $ended.Counts.Skipped | Should -Be 1, 11
        (Get-RestoreRequestStatistics $ended -IncludeSkippedItems).SkippedItems | Should -HaveCount 11
    }

    It 'Is taken back with one command' {
        $null = Get-RestoreRequest -Kind MailboxRestore, Removal -TargetMailbox $bob | Undo-RestoreRequest
        $null = Get-RestoreRequest -Kind Removal | Undo-RestoreRequest

        Get-Appointment $bob -ErrorAction SilentlyContinue | Should -HaveCount 1
        (Test-RestorationAuditLog).IsValid | Should -BeTrue
    }
}

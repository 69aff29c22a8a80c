BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'Test-RestoreRequest' {
    BeforeEach { Connect-MailboxStore }
    AfterEach { Disconnect-Restoration }

    It 'Says how much it is, and recommends a folder' {
        $check = Test-RestoreRequest -SourceMailbox $alice -TargetMailbox $bob -AllowMailboxMismatch

        $check.IsValid, $check.EstimatedItemCount, $check.Findings.Count | Should -Be $true, 12, 0
        $check.RecommendedFolder | Should -BeLike "Restored-$alice-20??-??-??"
        Get-RestoreRequest -Kind MailboxRestore | Should -BeNullOrEmpty
    }

    It 'Warns of holds, space and other people' {
        $null = Set-RestorationMailbox $bob -Quota 1
        $check = Set-RestorationMailbox $alice -Hold 'Case 7' | Test-RestoreRequest -TargetMailbox $bob

        $check.IsValid | Should -BeTrue
        $check.Findings.Code | Should -Be 'INSUFFICIENT_SPACE', 'SOURCE_HAS_HOLDS', 'MAILBOX_MISMATCH'
    }

    It 'Finds <code>' -ForEach @(
        @{ code = 'TARGET_NOT_FOUND'; with = @{ SourceMailbox = 'alice'; TargetMailbox = 'nobody' } }
        @{ code = 'SOURCE_NOT_FOUND'; with = @{ SourceMailbox = 'nobody'; TargetMailbox = 'bob' } }
        @{ code = 'TARGET_INACTIVE'; with = @{ SourceMailbox = 'alice'; TargetMailbox = 'gone' } }
        @{ code = 'DUPLICATE_REQUEST'; with = @{ SourceMailbox = 'alice'; TargetMailbox = 'bob' } }
        @{ code = 'INVALID_REQUEST'; with = @{ SourceMailbox = 'alice'; TargetMailbox = 'bob'; IncludeFolders = '#Outbux#' } }
    ) {
        $null = New-RestorationMailbox gone@contoso.com -Kind Inactive
        $null = New-Restore @{ Suspend = $true }

        (Test-RestoreRequest @with -AllowMailboxMismatch).Findings.Code | Should -Be $code
        Test-RestoreRequest @with -Quiet | Should -BeFalse
    }
}

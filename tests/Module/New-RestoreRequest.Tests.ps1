BeforeAll { . $PSScriptRoot/Mailboxes.ps1 }

Describe 'New-RestoreRequest' {
    BeforeEach { Connect-MailboxStore }
    AfterEach { Disconnect-Restoration }

    It 'Queues a restore that is run in the background' {
        $request = New-Restore @{ BatchName = 'Move' }
        $request.Identity, $request.Kind, $request.SourceMailbox, $request.TargetMailbox | Should -Be 'bob\MailboxRestore', 'MailboxRestore', $alice, $bob

        (Wait-RestoreRequest $request -Timeout 60).Status | Should -Be Completed
        $folder = Get-RestorationMailboxFolder $bob
        $folder.Path, $folder.ItemCount | Should -Be "Restored-$alice-$([datetime]::Now.ToString('yyyy-MM-dd'))/Calendar", 12
    }

    It 'Merges at the top, and a second time changes nothing' {
        $null = New-Restore @{ TargetRootFolder = '/' } | Wait-RestoreRequest -Timeout 60
        $before = Get-CalendarText $bob
        $again = New-Restore @{ TargetRootFolder = '/' } | Wait-RestoreRequest -Timeout 60

        $again.Counts.Skipped | Should -Be 12
        Get-CalendarText $bob | Should -Be $before
    }

    It 'Chooses folders and items' {
        $request = New-Restore @{ TargetRootFolder = 'A'; IncludeFolders = '#Calendar#/*', 'Other'; ContentFilter = "Subject -like 'Team*'"; ContentFilterLanguage = 'en-US' }
        (Wait-RestoreRequest $request -Timeout 60).Counts.Created | Should -BeGreaterThan 0
        $subjects = (Get-Appointment $bob A/Calendar).Subject
        $subjects | Where-Object { $_ -notlike 'Team*' } | Should -BeNullOrEmpty

        $none = New-Restore @{ TargetRootFolder = 'B'; ExcludeFolders = 'Calendar'; ExcludeDumpster = $true }
        (Wait-RestoreRequest $none -Timeout 60).Counts.Found | Should -Be 0
    }

    It 'Waits suspended for as long as that is wanted' {
        $request = New-Restore @{ Suspend = $true; SuspendComment = 'Not yet.' }
        $request.Status | Should -Be Suspended
        (Get-RestoreRequestStatistics $request).Message | Should -Be 'Not yet.'

        (Resume-RestoreRequest $request | Wait-RestoreRequest -Timeout 60).Status | Should -Be Completed
    }

    It 'Takes mailboxes from the pipeline by property' {
        $request = Get-RestorationMailbox $alice | New-RestoreRequest -TargetMailbox $bob -AllowMailboxMismatch -Suspend
        $request.SourceMailbox | Should -Be $alice
    }

    It 'Shows the plan with -WhatIf, and stores nothing' {
        New-Restore @{ WhatIf = $true } | Should -BeNullOrEmpty

        Get-RestoreRequest -Kind MailboxRestore | Should -BeNullOrEmpty
        Get-RestorationMailboxFolder $bob | Should -BeNullOrEmpty
    }

    It 'Warns of what is to be minded' {
        $null = Set-RestorationMailbox $bob -Quota 1
        $null = New-RestoreRequest -SourceMailbox $alice -TargetMailbox $bob -Suspend -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match 'INSUFFICIENT_SPACE.*MAILBOX_MISMATCH'
    }

    It 'Fails for <id>' -ForEach @(
        @{ id = 'MailboxNotFound'; says = 'TARGET_NOT_FOUND*'; with = @{ TargetMailbox = 'nobody' } }
        @{ id = 'InvalidState'; says = 'TARGET_INACTIVE*'; with = @{ TargetMailbox = 'gone' } }
        @{ id = 'InvalidArgument'; says = '*position 8*'; with = @{ TargetMailbox = 'bob'; ContentFilter = 'Subject' } }
        @{ id = 'InvalidArgument'; says = '*large data loss*'; with = @{ TargetMailbox = 'bob'; BadItemLimit = 'unlimited' } }
        @{ id = 'InvalidArgument'; says = '*comment*'; with = @{ TargetMailbox = 'bob'; SuspendComment = 'why' } }
    ) {
        $null = New-RestorationMailbox gone@contoso.com -Kind SoftDeleted
        { New-RestoreRequest -SourceMailbox $alice @with -AllowMailboxMismatch -ErrorAction Stop } | Should -Throw $says -ErrorId "$id,Restoration.PowerShell.Commands.NewRestoreRequestCommand"

        Get-RestoreRequest -Kind MailboxRestore | Should -BeNullOrEmpty
    }

    It 'Fails for the very same restore a second time' {
        $null = New-Restore @{ Suspend = $true }
        { New-Restore @{ ErrorAction = 'Stop' } } | Should -Throw 'DUPLICATE_REQUEST*' -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.NewRestoreRequestCommand'
    }
}

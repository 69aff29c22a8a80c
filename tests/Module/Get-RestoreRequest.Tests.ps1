BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestoreRequest' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        Remove-Lost
    }
    AfterEach { Disconnect-Restoration }

    It 'Lists all, newest first' {
        (Get-RestoreRequest).Identity | Should -Be 'alice\Removal', 'alice\Import'
    }

    It 'Finds one by name, Mailbox\Name, GUID and object' {
        $request = Get-RestoreRequest Removal

        (Get-RestoreRequest alice\Removal).RequestId | Should -Be $request.RequestId
        (Get-RestoreRequest alice@contoso.com\removal).RequestId | Should -Be $request.RequestId
        (Get-RestoreRequest $request.RequestId).RequestId | Should -Be $request.RequestId
        (Get-RestoreRequest $request).RequestId | Should -Be $request.RequestId
    }

    It 'Takes identities from the pipeline: text, GUIDs, objects and properties' {
        $request = Get-RestoreRequest Removal

        ('Import' | Get-RestoreRequest).Kind | Should -Be 'Import'
        ($request.RequestId | Get-RestoreRequest).Kind | Should -Be 'Removal'
        ($request | Get-RestoreRequest).Kind | Should -Be 'Removal'
        ([pscustomobject]@{ RequestId = $request.RequestId } | Get-RestoreRequest).Kind | Should -Be 'Removal'
        ([pscustomobject]@{ RequestGuid = $request.RequestId } | Get-RestoreRequest).Kind | Should -Be 'Removal'
    }

    It 'Writes a request once, however many results name it' {
        Remove-Appointment $alice -Category Travel, Team | Get-RestoreRequest | Should -HaveCount 1
    }

    It 'Filters by name, mailbox, status and kind' {
        (Get-RestoreRequest -Name Imp*).Kind | Should -Be 'Import'
        Get-RestoreRequest -Mailbox alice@contoso.com | Should -HaveCount 2
        Get-RestoreRequest -Mailbox bob | Should -BeNullOrEmpty
        Get-RestoreRequest -Status Failed | Should -BeNullOrEmpty
        (Get-RestoreRequest -Kind Removal, Undo).Kind | Should -Be 'Removal'
    }

    It 'Filters mailbox restores by label, target, priority and suspension, and says when there are more' {
        $null = New-RestorationMailbox bob@contoso.com
        foreach ($priority in 'Normal', 'Highest') {
            $null = New-RestoreRequest -SourceMailbox $alice -TargetMailbox bob -TargetRootFolder $priority -Suspend -Priority $priority -BatchName "To $priority" -AllowMailboxMismatch
        }

        (Get-RestoreRequest -BatchName *Highest).Name | Should -Be MailboxRestore1
        Get-RestoreRequest -TargetMailbox bob | Should -HaveCount 2
        Get-RestoreRequest -TargetMailbox bob -HighPriority $false | Should -HaveCount 1
        Get-RestoreRequest -Suspend $true | Should -HaveCount 2
        Get-RestoreRequest -Suspend $false | Should -HaveCount 2
        Get-RestoreRequest -ResultSize 1 -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 1
        "$warnings" | Should -Match 'There are 4 requests'
        Get-RestoreRequest -ResultSize Unlimited | Should -HaveCount 4
    }

    It 'Takes nothing for an error, never for all' {
        foreach ($nothing in $null, '', ' ') {
            { Get-RestoreRequest -Identity $nothing } | Should -Throw
            { $nothing | Get-RestoreRequest -ErrorAction Stop } | Should -Throw
        }
    }

    It 'Fails for one that is not there' {
        { Get-RestoreRequest nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.GetRestoreRequestCommand'
    }

    It 'Goes on with the next one after a failure' {
        ('nothing', 'Import' | Get-RestoreRequest -ErrorAction SilentlyContinue).Kind | Should -Be 'Import'
    }
}

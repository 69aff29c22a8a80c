BeforeAll {
    . $PSScriptRoot/Common.ps1
    $mail = "From bob@contoso.com Tue Nov  3 09:00:00 2026`nMessage-ID: <1@contoso.com>`nSubject: Plan`nFrom: bob@contoso.com`n`nHello`n"

    # The folders that have something in them.
    function Get-UsedFolder {
        $look = "TestDrive:/$([guid]::NewGuid()).json"
        $null = Export-Mailbox $alice $look JSON
        (Get-Content $look -Raw | ConvertFrom-Json).items.folder | Sort-Object -Unique
    }
}

Describe 'Import-Mailbox' {
    BeforeEach {
        Connect-TestStore
        $null = New-Calendar $alice
        $path = "TestDrive:/$([guid]::NewGuid()).mbox"
        Set-Content $path -Value $mail -NoNewline
    }
    AfterEach { Disconnect-Restoration }

    It 'Imports a file into the Inbox' {
        $request = Import-Mailbox $path $alice

        $request.Kind | Should -Be 'MailboxImport'
        $request.Counts.Created | Should -Be 1
        Get-UsedFolder | Should -Be 'Inbox'
    }

    It 'Imports once, however often' {
        $null = Import-Mailbox $path $alice
        $again = Import-Mailbox $path $alice

        $again.Counts.Created | Should -Be 0
        $again.Counts.Skipped | Should -Be 1
    }

    It 'Puts all below a folder' {
        $null = Import-Mailbox $path $alice -Folder Old/2026

        Get-UsedFolder | Should -Be 'Old/2026'
    }

    It 'Takes files from the pipeline, by property' {
        (Get-Item $path | Import-Mailbox -Mailbox $alice).Counts.Created | Should -Be 1
    }

    It 'Takes names from the pipeline' {
        ($path | Import-Mailbox -Mailbox $alice).Counts.Created | Should -Be 1
    }

    It 'Takes folders and what is in them' {
        $folder = New-Item "TestDrive:/$([guid]::NewGuid())/Lists" -ItemType Directory
        Set-Content $folder/1.eml -Value "Subject: 1`n`nbody" -NoNewline
        Copy-Item $samples/calendar.ics $folder/Team.ics

        $null = Import-Mailbox $folder.Parent.FullName $alice

        Get-UsedFolder | Should -Be 'Lists', 'Lists/Team'
    }

    It 'Can be undone' {
        $null = Import-Mailbox $path $alice | Undo-RestoreRequest

        Get-UsedFolder | Should -BeNullOrEmpty
    }

    It 'Changes nothing with -WhatIf' {
        Import-Mailbox $path $alice -WhatIf | Should -BeNullOrEmpty

        Get-UsedFolder | Should -BeNullOrEmpty
    }

    It 'Fails for what is no mail' {
        Set-Content TestDrive:/text.bin -Value ([char]1)

        { Import-Mailbox TestDrive:/text.bin $alice -ErrorAction Stop } | Should -Throw -ErrorId 'UnsupportedFormat,Restoration.PowerShell.Commands.ImportMailboxCommand'
    }

    It 'Fails for a file that is not there' {
        { Import-Mailbox TestDrive:/missing.eml $alice -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,Restoration.PowerShell.Commands.ImportMailboxCommand'
    }

    It 'Fails for a mailbox that is not there' {
        { Import-Mailbox $path nobody@contoso.com -ErrorAction Stop } | Should -Throw -ErrorId 'MailboxNotFound,Restoration.PowerShell.Commands.ImportMailboxCommand'
    }

    It 'Warns of what is damaged, and keeps it' {
        Set-Content TestDrive:/damaged.eml -Value 'no header' -NoNewline

        $request = Import-Mailbox TestDrive:/damaged.eml $alice -WarningVariable warnings -WarningAction SilentlyContinue

        $request.Counts.Created | Should -Be 1
        "$warnings" | Should -Match 'no header'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Export-Mailbox' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $path = "TestDrive:/$([guid]::NewGuid())"
        Set-Content "$path.eml" -Value "Message-ID: <1@contoso.com>`nSubject: Plan`n`nHello" -NoNewline
        $null = Import-Mailbox "$path.eml" $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Writes <format>, which imports to the same mailbox' -ForEach @(
        @{ format = 'EML'; ending = '' }
        @{ format = 'MBOX'; ending = '' }
        @{ format = 'MBOX'; ending = '.mbox' }
        @{ format = 'Maildir'; ending = '.tar.gz' }
        @{ format = 'JSON'; ending = '.json' }
    ) {
        $written = Export-Mailbox $alice "$path$ending" $format

        $written.ItemCount | Should -Be 13
        $written.FolderCount | Should -Be 2
        $again = Import-Mailbox "$path$ending" $alice
        $again.Counts.Created | Should -Be 0
        $again.Counts.Conflicts | Should -Be 0
        $again.Counts.Skipped | Should -Be 13
    }

    It 'Writes one folder' {
        (Export-Mailbox $alice $path EML -Folder Calendar).ItemCount | Should -Be 12
    }

    It 'Takes mailboxes from the pipeline by property' {
        ([pscustomobject]@{ Mailbox = $alice } | Export-Mailbox -LiteralPath $path -Format EML).Mailbox | Should -Be $alice
    }

    It 'Keeps what exists, and replaces an earlier export with -Force' {
        $null = Export-Mailbox $alice $path EML

        { Export-Mailbox $alice $path EML -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.ExportMailboxCommand'
        (Export-Mailbox $alice $path EML -Force).ItemCount | Should -Be 13
    }

    It 'Never replaces what is no export' {
        $null = New-Item $path -ItemType Directory
        Set-Content $path/precious.txt -Value mine

        { Export-Mailbox $alice $path EML -Force -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.ExportMailboxCommand'
        "$path/precious.txt" | Should -Exist
    }

    It 'Writes nothing with -WhatIf' {
        Export-Mailbox $alice $path EML -WhatIf | Should -BeNullOrEmpty

        $path | Should -Not -Exist
    }

    It 'Fails for a format that there is not' {
        { Export-Mailbox $alice $path PST -ErrorAction Stop } | Should -Throw -ErrorId 'UnsupportedFormat,Restoration.PowerShell.Commands.ExportMailboxCommand'
        $path | Should -Not -Exist
    }
}

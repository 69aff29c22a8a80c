BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Convert-Calendar' {
    BeforeEach {
        $folder = New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory
        Copy-Item $samples/calendar.ics $folder
        Push-Location $folder
    }
    AfterEach { Pop-Location }

    It 'Writes a file with every item' {
        $file = Convert-Calendar calendar.ics right.ics

        $file.ItemCount | Should -Be 12
        $file.IsWhole | Should -BeTrue
        'right.ics' | Should -FileContentMatch 'Dentist'
    }

    It 'Converts a folder, and goes on after a broken file' {
        $null = New-Item all, all/below -ItemType Directory
        Copy-Item calendar.ics all/below
        Set-Content all/broken.ics 'this is no calendar'

        $files = Convert-Calendar all out/ -Format ICS -ErrorAction SilentlyContinue -ErrorVariable failures

        $files.IsWhole | Sort-Object | Should -Be $false, $true
        'out/below/calendar.ics' | Should -Exist
        'out/broken.ics' | Should -Not -Exist
        $failures.FullyQualifiedErrorId | Should -Be 'UnsupportedFormat,Restoration.PowerShell.Commands.ConvertCalendarCommand'
    }

    It 'Compresses and decompresses by name' {
        $null = Get-Item calendar.ics | Convert-Calendar -Destination calendar.ics.gz

        (Convert-Calendar calendar.ics.gz back.ics).ItemCount | Should -Be 12
        [IO.File]::ReadAllBytes("$folder/calendar.ics.gz")[0..1] | Should -Be 0x1f, 0x8b
    }

    It 'Keeps a file that exists, unless told otherwise' {
        Set-Content there.ics -Value mine

        { Convert-Calendar calendar.ics there.ics -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.ConvertCalendarCommand'
        Get-Content there.ics | Should -Be mine
        (Convert-Calendar calendar.ics there.ics -Force).ItemCount | Should -Be 12
    }

    It 'Writes nothing with -WhatIf' {
        Convert-Calendar calendar.ics new.ics -WhatIf | Should -BeNullOrEmpty

        'new.ics' | Should -Not -Exist
    }

    It 'Fails for a folder without a format' {
        { Convert-Calendar calendar.ics out/ -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.ConvertCalendarCommand'
    }
}

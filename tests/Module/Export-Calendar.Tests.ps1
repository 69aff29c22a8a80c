BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Export-Calendar' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $path = "TestDrive:/$([guid]::NewGuid()).ics"
    }
    AfterEach { Disconnect-Restoration }

    It 'Writes a file that imports to the same calendar' {
        $file = Export-Calendar $alice $path

        $file.ItemCount | Should -Be 12
        $null = Import-Calendar $path bob@contoso.com
        Get-CalendarText bob@contoso.com | Should -Be (Get-CalendarText)
    }

    It 'Takes calendars from the pipeline by property' {
        (Get-Calendar $alice | Export-Calendar -LiteralPath $path).ItemCount | Should -Be 12
    }

    It 'Writes only what fits' {
        (Export-Calendar $alice $path -Subject 'Team meeting*').ItemCount | Should -Be 2

        (Get-Content $path -Raw) | Should -Not -Match 'Dentist'
    }

    It 'Leaves out what only this program reads' {
        $null = Export-Calendar $alice $path -IncludeMetadata:$false

        $path | Should -Not -FileContentMatch 'X-RESTORATION'
    }

    It 'Keeps a file that exists, unless told otherwise' {
        Set-Content $path -Value 'mine'

        { Export-Calendar $alice $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.ExportCalendarCommand'
        Get-Content $path | Should -Be 'mine'

        (Export-Calendar $alice $path -Force).ItemCount | Should -Be 12
    }

    It 'Never puts nothing in the place of a good file' {
        $null = Export-Calendar $alice $path

        { Export-Calendar $alice $path -Subject Nothing -Force -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.ExportCalendarCommand'
        $path | Should -FileContentMatch 'Dentist'
    }

    It 'Writes nothing with -WhatIf' {
        Export-Calendar $alice $path -WhatIf | Should -BeNullOrEmpty

        $path | Should -Not -Exist
    }

    It 'Fails if nothing says which format' {
        { Export-Calendar $alice TestDrive:/calendar.unknown -ErrorAction Stop } |
            Should -Throw -ErrorId 'UnsupportedFormat,Restoration.PowerShell.Commands.ExportCalendarCommand'
        (Export-Calendar $alice TestDrive:/calendar.unknown -Format ics).Format | Should -Be 'ICS'
    }

    It 'Warns of what the format cannot hold, also with -WhatIf, which writes nothing' {
        $path = "TestDrive:/$([guid]::NewGuid()).csv"

        Export-Calendar $alice $path -IncludeMetadata:$false -WhatIf -WarningVariable planned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $path | Should -Not -Exist
        $file = Export-Calendar $alice $path -IncludeMetadata:$false -WarningVariable warnings -WarningAction SilentlyContinue

        $planned | Should -Not -BeNullOrEmpty
        "$warnings" | Should -Be "$planned"
        $file.Losses | Should -Not -BeNullOrEmpty
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Test-CalendarFile' {
    BeforeEach {
        $path = "TestDrive:/$([guid]::NewGuid()).ics"
        Set-Content $path -NoNewline -Value (@("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "DTSTART:soon", "END:VEVENT", "BEGIN:VEVENT", "UID:2") -join "`r`n")
    }

    It 'Finds nothing wrong with a good file' {
        Test-CalendarFile $samples/calendar.ics | Should -BeNullOrEmpty
        Test-CalendarFile $samples/calendar.ics -Quiet | Should -BeExactly $true
    }

    It 'Names line, severity and rule' {
        $findings = Test-CalendarFile $path

        $date = $findings | Where-Object Line -EQ 5
        $date.Severity | Should -Be Warning
        $date.Rule | Should -Match 'RFC 5545'
        ($findings | Where-Object Severity -EQ Error).Line | Should -Be 7
    }

    It 'Answers no with -Quiet when something is lost' {
        Test-CalendarFile $path -Quiet | Should -BeExactly $false
    }

    It 'Takes files from the pipeline' {
        Get-Item $path, $samples/calendar.ics | Test-CalendarFile -Quiet | Should -Be $false, $true
    }

    It 'Fails for a file that is not there' {
        { Test-CalendarFile TestDrive:/missing.ics -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,Restoration.PowerShell.Commands.TestCalendarFileCommand'
    }
}

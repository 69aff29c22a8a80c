BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Undo-RestoreRequest' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $before = Get-CalendarText
        Remove-Lost
    }
    AfterEach { Disconnect-Restoration }

    It 'Takes back what a request did: by <_>' -ForEach 'name', 'identity', 'GUID', 'object' {
        $request = Get-RestoreRequest Removal
        $identity = @{ name = 'Removal'; identity = 'alice\Removal'; GUID = $request.RequestId; object = $request }[$_]

        $results = Undo-RestoreRequest $identity

        $results.Action | Should -Be 'Create', 'Create', 'Create', 'Create'
        Get-CalendarText | Should -Be $before
    }

    It 'Takes requests from the pipeline' {
        Get-RestoreRequest -Kind Removal | Undo-RestoreRequest | Should -HaveCount 4

        Get-CalendarText | Should -Be $before
    }

    It 'Waits for the request that writes into its pipeline, and takes it back once' {
        $now = Get-CalendarText

        $null = Remove-Appointment $alice -Category Travel | Undo-RestoreRequest

        Get-CalendarText | Should -Be $now
        Get-RestoreRequest -Kind Undo | Should -HaveCount 1
    }

    It 'Changes nothing the second time' {
        $null = Undo-RestoreRequest Removal

        (Undo-RestoreRequest Removal).Reason | Select-Object -Unique | Should -Be 'AlreadyUndone'
        Get-CalendarText | Should -Be $before
    }

    It 'Undoes an undo' {
        $now = Get-CalendarText
        $null = Undo-RestoreRequest Removal

        $null = Get-RestoreRequest -Kind Undo | Undo-RestoreRequest

        Get-CalendarText | Should -Be $now
    }

    It 'Leaves alone what was changed since, unless told otherwise' {
        (Get-Content $samples/calendar.ics -Raw) -replace 'Dr. Lindner', 'Dr. Moser' | Set-Content TestDrive:/later.ics -NoNewline
        $null = Import-Calendar TestDrive:/later.ics $alice -ConflictResolutionOption KeepSourceItem

        $results = Undo-RestoreRequest Import -WarningVariable warnings -WarningAction SilentlyContinue

        ($results | Where-Object Reason -EQ Conflict).Subject | Should -Be 'Dentist'
        $warnings | Should -HaveCount 1
        (Get-Appointment $alice -Subject Dentist).Location | Should -Be 'Dr. Moser'

        ((Get-RestoreRequest Import | Undo-RestoreRequest -Force) | Where-Object Action -EQ Delete).Subject | Should -Be 'Dentist'
        Get-Appointment $alice -Subject Dentist | Should -BeNullOrEmpty
    }

    It 'Shows the plan with -WhatIf, and changes nothing' {
        $now = Get-CalendarText

        Undo-RestoreRequest Removal -WhatIf | Should -BeNullOrEmpty

        Get-CalendarText | Should -Be $now
        Get-RestoreRequest -Kind Undo | Should -BeNullOrEmpty
    }

    It 'Never takes nothing for all' {
        { Undo-RestoreRequest '' } | Should -Throw
        { $null | Undo-RestoreRequest -ErrorAction Stop } | Should -Throw
        Get-RestoreRequest -Kind Undo | Should -BeNullOrEmpty
    }

    It 'Fails for one that is not there' {
        { Undo-RestoreRequest nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.UndoRestoreRequestCommand'
    }
}

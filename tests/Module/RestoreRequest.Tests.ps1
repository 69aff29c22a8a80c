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

Describe 'Get-RestoreRequestStatistics' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Counts what was done' {
        $statistics = Get-RestoreRequestStatistics alice\Import

        $statistics.Status | Should -Be 'Completed'
        $statistics.ItemsCreated | Should -Be 12
        $statistics.PercentComplete | Should -Be 100
        $statistics.DataConsistencyScore | Should -Be 'Perfect'
        $statistics.BytesTransferred | Should -Match 'KB \([\d,]+ bytes\)'
        $statistics.Report | Should -BeNullOrEmpty
    }

    It 'Adds the report' {
        (Get-RestoreRequestStatistics Import -IncludeReport).Report.Message | Should -Contain 'Started'
    }

    It 'Takes requests, statistics and results from the pipeline' {
        (Get-RestoreRequest | Get-RestoreRequestStatistics).Name | Should -Be 'Import'
        (Get-RestoreRequestStatistics Import | Get-RestoreRequestStatistics).Name | Should -Be 'Import'
        (Remove-Appointment $alice -Category Travel | Get-RestoreRequestStatistics).Name | Should -Be 'Removal'
    }

    It 'Fails for one that is not there' {
        { Get-RestoreRequestStatistics nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.GetRestoreRequestStatisticsCommand'
    }
}

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
        (Get-Appointment $alice).Location | Should -Be 'Dr. Moser'

        ((Get-RestoreRequest Import | Undo-RestoreRequest -Force) | Where-Object Action -EQ Delete).Subject | Should -Be 'Dentist'
        Get-Appointment $alice | Should -BeNullOrEmpty
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

Describe 'Resume-RestoreRequest' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $before = Get-CalendarText
        # Nobody takes more than the first result, so the request stops after its first batch.
        $null = Get-Appointment $alice -Subject $lost | Remove-Appointment | Select-Object -First 1
    }
    AfterEach { Disconnect-Restoration }

    It 'Goes on with a request that was stopped' {
        (Get-RestoreRequest Removal).Status | Should -Be 'Suspended'

        $null = Resume-RestoreRequest Removal

        (Get-RestoreRequest Removal).Status | Should -Be 'Completed'
        Get-Appointment $alice | Should -HaveCount 8
    }

    It 'Takes requests from the pipeline' {
        $null = Get-RestoreRequest -Status Suspended | Resume-RestoreRequest

        (Get-RestoreRequest Removal).Status | Should -Be 'Completed'
    }

    It 'Changes nothing with -WhatIf' {
        Resume-RestoreRequest Removal -WhatIf | Should -BeNullOrEmpty

        (Get-RestoreRequest Removal).Status | Should -Be 'Suspended'
    }

    It 'Fails for a request that has ended' {
        { Resume-RestoreRequest Import -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.ResumeRestoreRequestCommand'
    }

    It 'Fails for one that is not there' {
        { Resume-RestoreRequest nothing -ErrorAction Stop } | Should -Throw -ErrorId 'RequestNotFound,Restoration.PowerShell.Commands.ResumeRestoreRequestCommand'
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    # The sample under other UIDs, with changes.
    function Import-Alike([string] $Pattern, [string] $Replacement, $Name = 'Alike', $Mailbox = $alice) {
        $path = "TestDrive:/$([guid]::NewGuid()).ics"
        (Get-Content $samples/calendar.ics -Raw) -replace '(?m)^UID:', 'UID:other-' -replace $Pattern, $Replacement | Set-Content $path -NoNewline
        $null = Import-Calendar $path $Mailbox -Name $Name
    }
}

Describe 'Find-AppointmentDuplicate' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Finds nothing where nothing is there twice' {
        Find-AppointmentDuplicate $alice | Should -BeNullOrEmpty
    }

    It 'Finds the same in two calendars of a mailbox' {
        Import-Sample $alice Copy

        $found = Find-AppointmentDuplicate $alice

        $found | Should -HaveCount 24
        ($found | Where-Object Position -EQ 2).MatchedBy | Select-Object -Unique | Should -Be 'Uid'
        ($found | Where-Object Position -EQ 2).Score | Select-Object -Unique | Should -Be 1
        ($found | Where-Object Position -EQ 2).IsIdentical | Select-Object -Unique | Should -BeTrue
        ($found | Group-Object Group).Count | Should -Be 12
    }

    It 'Finds the same without a common UID' {
        Import-Alike 'Dentist' 'Dentist'

        $found = Find-AppointmentDuplicate $alice -Subject Dentist

        $found.MatchedBy | Should -Be $null, 'NaturalKey'
    }

    It 'Finds what is alike at <level>: <count>' -ForEach @(
        @{ level = 'Exact'; count = 0 }
        @{ level = 'Strict'; count = 0 }
        @{ level = 'Normal'; count = 0 }
        @{ level = 'Loose'; count = 2 }
    ) {
        Import-Alike 'SUMMARY:Dentist' 'SUMMARY:Dentist, Dr. L.'

        @(Find-AppointmentDuplicate $alice -Subject Dentist* -DuplicateDetection $level) | Should -HaveCount $count
    }

    It 'Takes what differs in case and marks only for the same at Strict' {
        Import-Alike 'SUMMARY:Dentist' 'SUMMARY:FW: DENTIST!'

        $found = Find-AppointmentDuplicate $alice -Subject *Dentist* -DuplicateDetection Strict

        $found.Position | Should -Be 1, 2
        $found[1].MatchedBy | Should -Be 'Similarity'
        $found[1].Score | Should -BeGreaterOrEqual 0.99
    }

    It 'Takes the copies of an invitation in several mailboxes for duplicates only if told to' {
        Import-Sample bob@contoso.com

        Find-AppointmentDuplicate *@contoso.com | Should -BeNullOrEmpty
        Find-AppointmentDuplicate *@contoso.com -AnyMailbox | Should -HaveCount 24
    }

    It 'Takes calendars from the pipeline' {
        Import-Sample $alice Copy

        Get-Calendar | Find-AppointmentDuplicate -Subject Dentist | Should -HaveCount 2
    }

    It 'Changes nothing' {
        Import-Sample $alice Copy
        $entries = @(Get-RestorationAuditLog).Count

        $null = Find-AppointmentDuplicate $alice

        @(Get-RestorationAuditLog).Count | Should -Be $entries
    }

    It 'Fails for <name>' -ForEach @(
        @{ name = 'a mailbox that is not there'; with = @{ Mailbox = 'nobody' }; id = 'MailboxNotFound' }
        @{ name = 'a calendar that is not there'; with = @{ Mailbox = 'alice@contoso.com'; Calendar = 'Nowhere' }; id = 'CalendarNotFound' }
        @{ name = 'the level None'; with = @{ Mailbox = 'alice@contoso.com'; DuplicateDetection = 'None' }; id = 'InvalidArgument' }
    ) {
        { Find-AppointmentDuplicate @with -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.FindAppointmentDuplicateCommand"
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'New-RestorationUser' {
    BeforeEach {
        $store = "TestDrive:/$([guid]::NewGuid()).db"
        $null = Connect-Restoration -Store $store -User tester
    }
    AfterEach { Disconnect-Restoration }

    It 'Makes a user' {
        $user = New-RestorationUser olaf Operator

        $user.Role | Should -Be 'Operator'
        $user.CreatedBy | Should -Be 'tester'
        (Get-RestorationUser olaf).IsActive | Should -BeTrue
    }

    It 'Takes names from the pipeline' {
        ('rita', 'ralph' | New-RestorationUser -Role Reader).Name | Should -Be 'rita', 'ralph'
    }

    It 'Takes objects from the pipeline' {
        $null = [pscustomobject]@{ Name = 'carol'; Role = 'Administrator' } | New-RestorationUser

        (Get-RestorationUser carol).Role | Should -Be 'Administrator'
    }

    It 'Makes none with -WhatIf' {
        New-RestorationUser olaf Operator -WhatIf | Should -BeNullOrEmpty

        (Get-RestorationUser).Name | Should -Be 'tester'
    }

    It 'Fails for <name>' -ForEach @(
        @{ name = 'a pattern'; user = 'o*'; id = 'InvalidArgument' }
        @{ name = 'blanks'; user = '  '; id = 'InvalidArgument' }
    ) {
        { New-RestorationUser $user Operator -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.NewRestorationUserCommand"
    }

    It 'Fails for one that is there, whatever the case' {
        $null = New-RestorationUser olaf Operator

        { New-RestorationUser OLAF Reader -ErrorAction Stop } | Should -Throw -ErrorId 'AlreadyExists,Restoration.PowerShell.Commands.NewRestorationUserCommand'
    }

    Context 'Permissions' {
        BeforeEach {
            Import-Sample
            $null = New-RestorationUser olaf Operator
            $null = New-RestorationUser rita Reader
        }

        It 'Denies <user> to <name>, and audits it' -ForEach @(
            @{ user = 'rita'; name = 'remove appointments'; deed = { Remove-Appointment $alice -Subject Dentist -ErrorAction Stop }; operation = 'RunRequest' }
            @{ user = 'rita'; name = 'restore'; deed = { Restore-AppointmentFromFile $samples/calendar.ics -Destination store:x@y.z/New -ErrorAction Stop }; operation = 'RunRequest' }
            @{ user = 'rita'; name = 'back up'; deed = { Backup-Calendar $alice -ErrorAction Stop }; operation = 'CreateBackup' }
            @{ user = 'rita'; name = 'make calendars'; deed = { New-Calendar $alice Other -ErrorAction Stop }; operation = 'ManageCalendar' }
            @{ user = 'rita'; name = 'read the trail'; deed = { Get-RestorationAuditLog -ErrorAction Stop }; operation = 'ReadAudit' }
            @{ user = 'rita'; name = 'save configurations'; deed = { New-RestorationConfiguration X ExportFile '{"path":"a"}' LocalCalendar '{"calendar":"b"}' -ErrorAction Stop }; operation = 'ManageConfiguration' }
            @{ user = 'olaf'; name = 'make users'; deed = { New-RestorationUser eve Administrator -ErrorAction Stop }; operation = 'ManageUsers' }
            @{ user = 'olaf'; name = 'see the requests of others'; deed = { Get-RestoreRequest Import -ErrorAction Stop }; operation = 'ReadRequest' }
            @{ user = 'olaf'; name = 'see the configurations of others'; deed = { Get-RestorationConfiguration 'Audit Log Recovery' -ErrorAction Stop }; operation = 'ReadConfiguration' }
            @{ user = 'mallory'; name = 'do anything'; deed = { Backup-Calendar $alice -ErrorAction Stop }; operation = 'ReadCalendar' }
        ) {
            $null = Connect-Restoration -Store $store -User $user

            $failure = try { & $deed } catch { $_ }

            $failure.FullyQualifiedErrorId | Should -BeLike 'PermissionDenied,*'
            $failure.CategoryInfo.Category | Should -Be 'PermissionDenied'
            $null = Connect-Restoration -Store $store -User tester
            $denied = Get-RestorationAuditLog | Where-Object Outcome -EQ Denied
            $denied.Actor | Select-Object -Unique | Should -Be $user
            $denied.Operation | Select-Object -Unique | Should -Be $operation
            Get-Appointment $alice | Should -HaveCount 12
        }

        It 'Takes the acting user from RESTORATION_USER' {
            Disconnect-Restoration
            $env:RESTORATION_STORE = (Resolve-Path TestDrive:/).ProviderPath + ($store -replace '^TestDrive:')
            $env:RESTORATION_USER = 'rita'
            try {
                { Backup-Calendar $alice -ErrorAction Stop } | Should -Throw -ErrorId 'PermissionDenied,Restoration.PowerShell.Commands.BackupCalendarCommand'
            }
            finally { Remove-Item Env:RESTORATION_USER, Env:RESTORATION_STORE }
        }

        It 'Lets operators restore, and shows them their own requests' {
            $null = Connect-Restoration -Store $store -User olaf

            $null = Restore-AppointmentFromFile $samples/calendar.ics -Destination store:bob@contoso.com/Calendar

            (Get-RestoreRequest).Kind | Should -Be 'FileRestore'
        }
    }
}

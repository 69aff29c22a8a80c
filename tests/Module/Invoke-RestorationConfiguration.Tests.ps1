BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Invoke-RestorationConfiguration' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $null = Backup-Calendar $alice
        Remove-Lost
    }
    AfterEach { Disconnect-Restoration }

    It 'Runs the sample that reads the trail' {
        $results = Invoke-RestorationConfiguration 'Audit Log Recovery'

        ($results | Where-Object Action -EQ Create) | Should -HaveCount 4
        Get-Appointment $alice Recovered | Should -HaveCount 4
        (Get-RestoreRequest -Kind AuditLogRestore).ConfigurationId | Should -Be (Get-RestorationConfiguration 'Audit Log Recovery').ConfigurationId
    }

    It 'Runs <source> to <destination>' -ForEach $(
        $sources = @(
            @{ source = 'AuditLog'; from = { @{ startDate = 'today' } }; kind = 'AuditLogRestore' }
            @{ source = 'BackupCalendar'; from = { @{ locations = "backup:$alice/Calendar" } }; kind = 'BackupRestore' }
            @{ source = 'ExportFile'; from = { @{ paths = "$samples/calendar.ics" } }; kind = 'FileRestore' }
        )
        $destinations = @(
            @{ destination = 'LocalCalendar'; to = { @{ mailbox = 'bob@contoso.com'; calendar = 'Rescued' } }; look = { Get-Appointment bob@contoso.com Rescued } }
            @{ destination = 'ExportFile'; to = { @{ path = "$folder/out.ics" } }; look = { Restore-AppointmentFromFile $folder/out.ics -Destination store:c@contoso.com/Look } }
            @{ destination = 'ExportFile'; to = { @{ path = "$folder/out.csv" } }; look = { Restore-AppointmentFromFile $folder/out.csv -Destination store:c@contoso.com/Look } }
            @{ destination = 'ExportFile'; to = { @{ path = "$folder/out.json" } }; look = { Restore-AppointmentFromFile $folder/out.json -Destination store:c@contoso.com/Look } }
        )
        foreach ($one in $sources) { foreach ($other in $destinations) { $one + $other } }
    ) {
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        $null = New-RestorationConfiguration Pair -SourceType $source -Source (& $from) -DestinationType $destination -Destination (& $to) -Policy @{ subjects = 'Trade fair*' }

        (Invoke-RestorationConfiguration Pair).Subject | Should -Be 'Trade fair Munich'

        (& $look).Subject | Should -Be 'Trade fair Munich'
        Get-RestoreRequest -Kind $kind | Where-Object ConfigurationId | Should -HaveCount 1
    }

    It 'Says for Microsoft 365 that no tenant is connected' {
        Import-Sample $alice Recovered

        { Invoke-RestorationConfiguration 'Backup to MSGraph' } | Should -Throw -ErrorId 'NotConnected,Restoration.PowerShell.Commands.InvokeRestorationConfigurationCommand'
    }

    It 'Takes what is given before what the configuration says' {
        $null = Invoke-RestorationConfiguration 'Audit Log Recovery' -Subject 'trade fair' -Destination store:bob@contoso.com/Fairs -RequestName Fairs

        (Get-Appointment bob@contoso.com Fairs).Subject | Should -Be 'Trade fair Munich'
        Get-RestoreRequest Fairs | Should -HaveCount 1
        (Get-RestorationConfiguration 'Audit Log Recovery').Destination | Should -Match 'Recovered'
    }

    It 'Takes relative paths from the location of the runspace' {
        $folder = New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory
        Copy-Item $samples/calendar.ics $folder
        $null = New-RestorationConfiguration Here ExportFile @{ path = '*.ics' } LocalCalendar @{ mailbox = 'bob@contoso.com'; calendar = 'Here' }
        Push-Location $folder
        try { $null = Invoke-RestorationConfiguration Here } finally { Pop-Location }

        Get-Appointment bob@contoso.com Here | Should -HaveCount 12
    }

    It 'Takes configurations from the pipeline' {
        Get-RestorationConfiguration -SourceType AuditLog | Invoke-RestorationConfiguration | Should -Not -BeNullOrEmpty
    }

    It 'Can be undone' {
        $null = Invoke-RestorationConfiguration 'Audit Log Recovery' | Undo-RestoreRequest

        Get-Calendar -Name Recovered | Should -BeNullOrEmpty
    }

    It 'Changes nothing with <_>' -ForEach 'WhatIf', 'PlanOnly' {
        $switch = @{ $_ = $true }
        $requests = @(Get-RestoreRequest).Count

        $null = Invoke-RestorationConfiguration 'Audit Log Recovery' @switch

        Get-Calendar -Name Recovered | Should -BeNullOrEmpty
        @(Get-RestoreRequest).Count | Should -Be $requests
    }

    It 'Refuses to run one that is not active' {
        { Invoke-RestorationConfiguration 'Import from CSV' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.InvokeRestorationConfigurationCommand'
    }

    It 'Fails for one that is not there' {
        { Invoke-RestorationConfiguration Nothing -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConfigurationNotFound,Restoration.PowerShell.Commands.InvokeRestorationConfigurationCommand'
    }
}

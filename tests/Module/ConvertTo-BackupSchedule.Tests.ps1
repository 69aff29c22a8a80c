BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'ConvertTo-BackupSchedule' {
    BeforeEach {
        Connect-TestStore
        $plan = New-BackupPlan Nightly $alice -Schedule 'daily at 22:30' -TimeZone Europe/Berlin
    }
    AfterEach { Disconnect-Restoration }

    It 'Writes for <scheduler>' -ForEach @(
        @{ scheduler = 'Crontab'; text = "30 22 * * * pwsh -NoProfile" }
        @{ scheduler = 'Systemd'; text = 'OnCalendar=*-*-* 22:30:00 Europe/Berlin' }
        @{ scheduler = 'TaskScheduler'; text = '<ScheduleByDay>' }
        @{ scheduler = 'AzureAutomation'; text = "-TimeZone 'Europe/Berlin' -DayInterval 1" }
    ) {
        $written = $plan | ConvertTo-BackupSchedule -Scheduler $scheduler

        $written | Should -Match ([regex]::Escape($text))
        $written | Should -Match 'Invoke-BackupPlan'
    }

    It 'Refuses a plan without a schedule, and one that the scheduler cannot keep' {
        { New-BackupPlan Bare $alice | ConvertTo-BackupSchedule -Scheduler Crontab -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.ConvertToBackupScheduleCommand'
        { New-BackupPlan June $alice -Schedule '0 4 * 6 *' | ConvertTo-BackupSchedule -Scheduler AzureAutomation -ErrorAction Stop } | Should -Throw
    }

    It 'Fails for one that is not there' {
        { ConvertTo-BackupSchedule Other -Scheduler Crontab -ErrorAction Stop } | Should -Throw -ErrorId 'BackupPlanNotFound,Restoration.PowerShell.Commands.ConvertToBackupScheduleCommand'
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

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

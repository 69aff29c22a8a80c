BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Receive-Bounded($Job) {
        Wait-Job $Job -Timeout 120 | Should -Not -BeNullOrEmpty -Because 'the job has to end'
        Receive-Job $Job -ErrorAction Stop
        Remove-Job $Job
    }
}

Describe 'Where cmdlets are run' {
    BeforeEach {
        $store = Join-Path (Resolve-Path TestDrive:/).ProviderPath "$([guid]::NewGuid()).db"
        $null = Connect-Restoration -Store $store -User tester
        Import-Sample
        $null = Backup-Calendar $alice
        Remove-Lost
        $path = (Resolve-Path (New-AuditFile)).ProviderPath
    }
    AfterEach { Disconnect-Restoration }

    It 'Work in a background job' {
        $job = Start-Job {
            Import-Module $using:manifest
            $null = Connect-Restoration -Store $using:store -User job
            Restore-AppointmentFromAuditLog $using:path -Confirm:$false
        }

        $results = Receive-Bounded $job

        # Objects come back as what they were when they were written down.
        $results | ForEach-Object { "$($_.Action)" } | Should -Be 'Create', 'Create', 'Create', 'Create'
        (Get-RestorationAuditLog -Operation ItemCreate -Actor job) | Should -HaveCount 4
    }

    It 'Work in a thread job, beside those of the session' {
        $job = Start-ThreadJob {
            Import-Module $using:manifest
            $null = Connect-Restoration -Store $using:store -User thread
            Restore-AppointmentFromAuditLog $using:path -Confirm:$false
        }
        $null = Get-Appointment $alice

        (Receive-Bounded $job).Action | Should -Be 'Create', 'Create', 'Create', 'Create'
        (Get-RestorationContext).User | Should -Be 'tester'
        Get-Appointment $alice | Should -HaveCount 12
    }

    It 'Work in parallel runspaces, which share no connection' {
        $seen = 1..4 | ForEach-Object -ThrottleLimit 4 -TimeoutSeconds 120 -Parallel {
            Import-Module $using:manifest
            $before = (Get-RestorationContext).IsConnected
            $null = Connect-Restoration -Store $using:store -User "runspace$_"
            $null = Restore-AppointmentFromAuditLog $using:path -Destination "store:user$_@contoso.com/Calendar" -Confirm:$false
            [pscustomobject]@{ Before = $before; User = (Get-RestorationContext).User }
            # The next turn may get this runspace.
            Disconnect-Restoration
        }

        $seen.Before | Should -Not -Contain $true
        $seen.User | Sort-Object | Should -Be 'runspace1', 'runspace2', 'runspace3', 'runspace4'
        (Get-Calendar user*).ItemCount | Should -Be 4, 4, 4, 4
        Test-RestorationAuditLog -Quiet | Should -BeTrue
    }

    It 'Work in strict mode, and where errors stop' {
        & {
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'

            (Restore-AppointmentFromAuditLog $path).Action | Should -Be 'Create', 'Create', 'Create', 'Create'
            { Get-Calendar nobody@contoso.com } | Should -Throw -ErrorId 'MailboxNotFound,*'
        }
    }

    It 'Go on after an error of one object, and keep it for -ErrorVariable' {
        $found = 'nobody@contoso.com', $alice | Get-Calendar -ErrorAction SilentlyContinue -ErrorVariable failures

        $found.Mailbox | Should -Be $alice
        $failures.FullyQualifiedErrorId | Should -Be 'MailboxNotFound,Restoration.PowerShell.Commands.GetCalendarCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'Write what they mean to the streams that are for it' {
        $verbose = Restore-AppointmentFromAuditLog $path -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }

        $verbose | Should -Not -BeNullOrEmpty
        $information = Restore-AppointmentFromAuditLog $path 6>&1 | Where-Object { $_ -is [System.Management.Automation.InformationRecord] }
        $information | Should -BeNullOrEmpty
    }

    It 'Write one at a time: -OutVariable, -PipelineVariable and tee see each' {
        $piped = Get-Appointment $alice -OutVariable kept -PipelineVariable current | ForEach-Object { $current.Uid } | Tee-Object -Variable teed

        $kept | Should -HaveCount 8
        $piped | Should -Be $kept.Uid
        $teed | Should -Be $kept.Uid
    }

    It 'Write objects that go through CSV, JSON and CLIXML' {
        $results = Restore-AppointmentFromAuditLog $path

        $results | Export-Csv TestDrive:/results.csv
        (Import-Csv TestDrive:/results.csv).Subject | Should -Be $results.Subject
        ($results | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Subject | Should -Be $results.Subject
        $results | Export-Clixml TestDrive:/results.xml
        (Import-Clixml TestDrive:/results.xml).RequestId | Should -Be $results.RequestId
    }
}

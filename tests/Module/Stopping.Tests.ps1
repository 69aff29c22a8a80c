BeforeAll {
    . $PSScriptRoot/Common.ps1

    # A calendar of so many appointments that a run over it takes many batches.
    function New-LargeFile([int] $Count) {
        $events = foreach ($number in 1..$Count) {
            "BEGIN:VEVENT`r`nUID:large-$number`r`nDTSTAMP:20261101T000000Z`r`nDTSTART:20261101T090000Z`r`nDTEND:20261101T100000Z`r`nSUMMARY:Appointment $number`r`nEND:VEVENT"
        }
        $path = Join-Path (Resolve-Path TestDrive:/).ProviderPath "$([guid]::NewGuid()).ics"
        Set-Content -LiteralPath $path -Value "BEGIN:VCALENDAR`r`nVERSION:2.0`r`nPRODID:-//Example//EN`r`n$($events -join "`r`n")`r`nEND:VCALENDAR"
        $path
    }

    # Begins a command in a runspace of its own, and stops it, as Ctrl+C does, while the next cmdlet holds its first object.
    function Stop-AfterFirst([string] $Command) {
        $held = [Threading.ManualResetEventSlim]::new()
        $started = Start-Shell "`$null = Connect-Restoration -Store '$store'; `$ConfirmPreference = 'None'; $Command | ForEach-Object { `$given.Set(); Start-Sleep 100 }" $held
        $held.Wait(60000) | Should -BeTrue -Because ($started.shell.Streams.Error.ReadAll() | Out-String)

        $stopped = $started.shell.BeginStop($null, $null)
        $stopped.AsyncWaitHandle.WaitOne(60000) | Should -BeTrue -Because 'a command has to stop when it is told to'
        Wait-Shell $started
    }
}

Describe 'Stopping' {
    BeforeEach {
        $store = Join-Path (Resolve-Path TestDrive:/).ProviderPath "$([guid]::NewGuid()).db"
        $null = Connect-Restoration -Store $store -User tester
        $null = Import-Calendar -LiteralPath (New-LargeFile 1500) -Mailbox $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Ends a run after the items in flight, without an error, and the request can be resumed' {
        $shell = Stop-AfterFirst "Remove-Appointment $alice -Subject Appointment*"

        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error.ReadAll() | Should -BeNullOrEmpty
        $shell.Dispose()
        $request = Get-RestoreRequest Removal
        $request.Status | Should -Be 'Suspended'
        $left = (Get-Calendar $alice).ItemCount
        $left | Should -BeGreaterThan 0
        $left + $request.Counts.Deleted | Should -Be 1500

        $null = Resume-RestoreRequest Removal

        (Get-Calendar $alice).ItemCount | Should -Be 0
        $statistics = Get-RestoreRequestStatistics Removal
        $statistics.Status | Should -Be 'Completed'
        $statistics.ItemsDeleted | Should -Be 1500
        $statistics.IsValid | Should -BeTrue
        Test-RestorationAuditLog -Quiet | Should -BeTrue
    }

    It 'Ends reading at once' {
        $shell = Stop-AfterFirst "Get-Appointment $alice"

        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error.ReadAll() | Should -BeNullOrEmpty
        $shell.Dispose()
    }

    It 'Goes no further than the next cmdlet wants' {
        $null = Get-Appointment $alice | Select-Object -First 1 | Remove-Appointment

        (Get-Calendar $alice).ItemCount | Should -Be 1499
    }

    It 'Shows progress, and that it is over' {
        $shell = Wait-Shell (Start-Shell "`$null = Connect-Restoration -Store '$store'; Remove-Appointment $alice -Subject Appointment* -Confirm:`$false")
        $progress = $shell.Streams.Progress.ReadAll()

        $progress.Activity | Select-Object -Unique | Should -Be "Removal 'alice\Removal'"
        $progress[-1].RecordType | Should -Be 'Completed'
        $shell.Dispose()
    }
}

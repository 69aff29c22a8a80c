BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Restore-AppointmentFromAuditLog' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        $before = Get-CalendarText
        $null = Backup-Calendar $alice
        Remove-Lost
        $path = New-AuditFile
    }
    AfterEach { Disconnect-Restoration }

    It 'Restores what the records say was lost' {
        $results = Restore-AppointmentFromAuditLog $path

        $results.Action | Should -Be 'Create', 'Create', 'Create', 'Create'
        $results.Record.Operation | Should -Contain 'HardDelete'
        Get-CalendarText | Should -Be $before
    }

    It 'Restores once, however often' {
        $null = Restore-AppointmentFromAuditLog $path

        (Restore-AppointmentFromAuditLog $path).Reason | Select-Object -Unique | Should -Be 'Identical'
        Get-CalendarText | Should -Be $before
    }

    It 'Can be undone' {
        $now = Get-CalendarText

        $null = Restore-AppointmentFromAuditLog $path | Undo-RestoreRequest

        Get-CalendarText | Should -Be $now
    }

    Context 'Where the records come from' {
        It 'Takes wildcards' {
            Restore-AppointmentFromAuditLog ($path -replace '\.csv$', '.cs?') | Should -HaveCount 4
        }

        It 'Takes a name with brackets literally' {
            Copy-Item -LiteralPath $path -Destination 'TestDrive:/[export].csv'

            Restore-AppointmentFromAuditLog -LiteralPath 'TestDrive:/[export].csv' | Should -HaveCount 4
        }

        It 'Takes files from the pipeline' {
            Get-Item $path | Restore-AppointmentFromAuditLog | Should -HaveCount 4
        }

        It 'Takes the rows of Import-Csv' {
            $results = Import-Csv $path | Restore-AppointmentFromAuditLog

            $results | Should -HaveCount 4
            $results.Record.Row | Should -Contain 2
            Get-CalendarText | Should -Be $before
        }

        It 'Takes the objects of Search-UnifiedAuditLog' {
            $objects = Import-Csv $path | ForEach-Object {
                [pscustomobject]@{ RecordType = 'ExchangeItemGroup'; CreationDate = [datetime]::UtcNow; UserIds = $_.UserId; Operations = $_.Operation; AuditData = $_.AuditData; ResultIndex = 1; ResultCount = 4; Identity = $_.RecordId; IsValid = $true; ObjectState = 'Unchanged' }
            }

            $null = $objects | Restore-AppointmentFromAuditLog

            Get-CalendarText | Should -Be $before
        }

        It 'Takes the records of Graph, whose auditData is <_>' -ForEach 'an object', 'a hashtable' {
            $asHashtable = $_ -eq 'a hashtable'
            $objects = Import-Csv $path | ForEach-Object {
                [pscustomobject]@{ id = $_.RecordId; createdDateTime = [datetime]::UtcNow; auditLogRecordType = 'exchangeItemGroup'; operation = $_.Operation; userId = $_.UserId; auditData = ($_.AuditData | ConvertFrom-Json -AsHashtable:$asHashtable) }
            }

            $null = $objects | Restore-AppointmentFromAuditLog

            Get-CalendarText | Should -Be $before
        }

        It 'Takes a Graph record that is a hashtable itself' {
            $record = (Import-Csv $path)[1]

            (@{ id = 'x'; auditData = ($record.AuditData | ConvertFrom-Json -AsHashtable) } | Restore-AppointmentFromAuditLog).Subject | Should -Be 'Budget 2027 review'
        }

        It 'Takes the objects of Search-MailboxAuditLog, which have no AuditData' {
            $entry = [pscustomobject]@{
                Operation = 'HardDelete'; OperationResult = 'Succeeded'; LogonType = 'Delegate'; FolderPathName = '\Calendar'; MailboxOwnerUPN = $alice
                LogonUserDisplayName = 'Mallory'; LastAccessed = [datetime]::UtcNow.AddMinutes(1)
                SourceItems = @([pscustomobject]@{ ItemSubject = 'Trade fair Munich'; FolderPathName = '\Calendar' })
            }

            ($entry | Restore-AppointmentFromAuditLog).Subject | Should -Be 'Trade fair Munich'
        }

        It 'Takes the parts of a record by the names that <source> gives them' -ForEach @(
            @{ source = 'Search-UnifiedAuditLog'; names = @{ RecordId = 'Identity'; UserId = 'UserIds'; CreationDate = 'CreationDate'; RecordType = 'RecordType'; Operation = 'Operations' } }
            @{ source = 'Purview'; names = @{ RecordId = 'RecordId'; UserId = 'UserId'; CreationDate = 'CreationDate'; RecordType = 'RecordType'; Operation = 'Operation' } }
            @{ source = 'Graph'; names = @{ RecordId = 'id'; UserId = 'userId'; CreationDate = 'createdDateTime'; RecordType = 'auditLogRecordType'; Operation = 'operation' } }
            @{ source = 'the Management API'; names = @{ RecordId = 'Id'; UserId = 'UserId'; CreationDate = 'CreationTime'; RecordType = 'RecordType'; Operation = 'Operation' } }
        ) {
            $objects = Import-Csv $path | ForEach-Object {
                $object = [ordered]@{ AuditData = $_.AuditData }
                foreach ($name in $names.Keys) { $object[$names[$name]] = $_.$name }
                [pscustomobject]$object
            }

            $results = $objects | Restore-AppointmentFromAuditLog

            $results | Should -HaveCount 4
            $results.Record.RecordId | Should -BeIn (Import-Csv $path).RecordId
            Get-CalendarText | Should -Be $before
        }

        It 'Takes what ConvertFrom-Json makes of <name>' -ForEach @(
            @{ name = 'an array of records'; text = { "[$($args -join ',')]" }; read = { Get-Content $args[0] -Raw | ConvertFrom-Json } }
            @{ name = 'records line by line'; text = { $args -join "`n" }; read = { Get-Content $args[0] | ConvertFrom-Json } }
            @{ name = 'the answer of Graph'; text = { "{`"value`":[$($args -join ',')]}" }; read = { (Get-Content $args[0] -Raw | ConvertFrom-Json).value } }
            @{ name = 'nothing: lines of JSON'; text = { $args -join "`n" }; read = { Get-Content $args[0] } }
        ) {
            $records = (Import-Csv $path).AuditData
            & $text @records | Set-Content TestDrive:/records.json

            $results = & $read TestDrive:/records.json | Restore-AppointmentFromAuditLog

            $results | Should -HaveCount 4
            $results.Record.CreationTime.Offset | Select-Object -Unique | Should -Be ([timespan]::Zero)
            Get-CalendarText | Should -Be $before
        }

        It 'Takes JSON from the pipeline' {
            $results = (Import-Csv $path).AuditData | Restore-AppointmentFromAuditLog

            $results | Should -HaveCount 4
        }

        It 'Takes a record by its parameters' {
            $record = (Import-Csv $path)[1]

            (Restore-AppointmentFromAuditLog -AuditData $record.AuditData -RecordId $record.RecordId -UserId $record.UserId).Subject | Should -Be 'Budget 2027 review'
        }

        It 'Reads the trail of the store if nothing is given' {
            $results = Restore-AppointmentFromAuditLog

            $results | Should -HaveCount 4
            Get-CalendarText | Should -Be $before
        }

        It 'Does not take an empty pipeline for the trail of the store' {
            @() | Restore-AppointmentFromAuditLog | Should -BeNullOrEmpty

            Get-Appointment $alice | Should -HaveCount 8
        }

        It 'Reports a broken record, and restores the rest' {
            $rows = Import-Csv $path
            $rows[1].AuditData = $rows[1].AuditData.Substring(0, 200)

            $results = $rows | Restore-AppointmentFromAuditLog -ErrorAction SilentlyContinue -ErrorVariable failures

            ($results | Where-Object Action -EQ Create) | Should -HaveCount 3
            ($results | Where-Object Action -EQ Fail).Record.Row | Should -Be 2
            $failures.FullyQualifiedErrorId | Should -Be 'ParserError,Restoration.PowerShell.Commands.RestoreAppointmentFromAuditLogCommand'
        }
    }

    Context 'What is restored' {
        It 'Filters by <name>' -ForEach @(
            @{ name = 'operation'; filter = @{ Operation = 'Hard*' }; subjects = 'Budget 2027 review' }
            @{ name = 'actor'; filter = @{ Actor = 'nobody' }; subjects = @() }
            @{ name = 'subject'; filter = @{ Subject = 'trade*' }; subjects = 'Trade fair Munich' }
            @{ name = 'mailbox'; filter = @{ Mailbox = 'bob*' }; subjects = @() }
            @{ name = 'category'; filter = @{ Category = 'Finance' }; subjects = 'Budget 2027 review' }
            @{ name = 'time of the loss'; filter = @{ EndDate = 'yesterday' }; subjects = @() }
            @{ name = 'time of the appointment'; filter = @{ AppointmentAfter = '2026-11-25'; AppointmentBefore = '2026-11-25'; TimeZone = 'Europe/Berlin' }; subjects = 'Trade fair Munich' }
        ) {
            (Restore-AppointmentFromAuditLog $path @filter).Subject | Should -Be $subjects
        }

        It 'Filters records of the pipeline by the operation of the command line' {
            (Import-Csv $path | Restore-AppointmentFromAuditLog -Operation HardDelete).Subject | Should -Be 'Budget 2027 review'
        }

        It 'Takes files as backups, from before the loss only' {
            Get-CalendarBackup | Remove-CalendarBackup

            (Restore-AppointmentFromAuditLog $path -BackupPath $samples/cal*.ics -BackupTime 2030-01-01T00:00:00Z -PlanOnly).Reason | Select-Object -Unique | Should -Be 'ContentNotFound'
            $null = Restore-AppointmentFromAuditLog $path -BackupPath $samples/calendar.ics -BackupTime ([DateTimeOffset]::UtcNow)
            Get-CalendarText | Should -Be $before
        }

        It 'Fails if nothing says when a file was made' {
            { Restore-AppointmentFromAuditLog $path -BackupPath $samples/calendar.ics } |
                Should -Throw -ErrorId 'InvalidDate,Restoration.PowerShell.Commands.RestoreAppointmentFromAuditLogCommand'
        }

        It 'Invents nothing: content that is nowhere is an error of its item' {
            Get-CalendarBackup | Remove-CalendarBackup

            $results = Restore-AppointmentFromAuditLog $path -ErrorAction SilentlyContinue -ErrorVariable failures

            $results.Action | Select-Object -Unique | Should -Be 'Fail'
            $failures[0].FullyQualifiedErrorId | Should -Be 'ContentNotFound,Restoration.PowerShell.Commands.RestoreAppointmentFromAuditLogCommand'
            $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failures[0].TargetObject.Subject | Should -Be $results[0].Subject
            Get-Appointment $alice | Should -HaveCount 8
        }

        It 'Makes placeholders only if told to' {
            Get-CalendarBackup | Remove-CalendarBackup

            $null = Restore-AppointmentFromAuditLog $path -AllowPlaceholder

            Get-Appointment $alice -Category Placeholder | Should -HaveCount 3
        }
    }

    Context 'Where it is restored to' {
        It 'Restores into another calendar' {
            $null = Restore-AppointmentFromAuditLog $path -Destination store:bob@contoso.com/Rescued

            Get-Appointment bob@contoso.com Rescued | Should -HaveCount 4
            Get-Appointment $alice | Should -HaveCount 8
        }

        It 'Restores into a file, relative to the location of the runspace' {
            Push-Location TestDrive:/
            Copy-Item $path export.csv
            $null = Restore-AppointmentFromAuditLog export.csv -Destination rescued.ics
            Pop-Location

            (Import-Calendar TestDrive:/rescued.ics bob@contoso.com).ItemCount | Should -Be 4
        }
    }

    Context 'Plans' {
        It 'Shows the plan with -WhatIf, and changes nothing' {
            $now = Get-CalendarText

            Restore-AppointmentFromAuditLog $path -WhatIf -PlanPath TestDrive:/whatif.plan | Should -BeNullOrEmpty

            Get-CalendarText | Should -Be $now
            Get-RestoreRequest -Kind AuditLogRestore | Should -BeNullOrEmpty
            'TestDrive:/whatif.plan' | Should -Not -Exist
        }

        It 'Writes the plan as objects with -PlanOnly, and changes nothing' {
            $plan = Restore-AppointmentFromAuditLog $path -PlanOnly

            $plan.Action | Should -Be 'Create', 'Create', 'Create', 'Create'
            $plan | Where-Object RequestId | Should -BeNullOrEmpty
            Get-Appointment $alice | Should -HaveCount 8
            Get-RestoreRequest -Kind AuditLogRestore | Should -BeNullOrEmpty
        }

        It 'Does what the plan says' {
            $plan = Restore-AppointmentFromAuditLog $path -PlanOnly

            $results = Restore-AppointmentFromAuditLog $path

            ($results | Select-Object Action, Reason, Uid, RecurrenceId | Out-String) | Should -Be ($plan | Select-Object Action, Reason, Uid, RecurrenceId | Out-String)
        }

        It 'Saves a plan that is executed later' {
            $plan = "TestDrive:/$([guid]::NewGuid()).plan"
            $null = Restore-AppointmentFromAuditLog $path -PlanOnly -PlanPath $plan

            $results = Restore-AppointmentFromAuditLog -PlanPath $plan

            $results.Action | Should -Be 'Create', 'Create', 'Create', 'Create'
            Get-CalendarText | Should -Be $before
        }

        It 'Takes for a conflict what has changed since the plan' {
            $plan = "TestDrive:/$([guid]::NewGuid()).plan"
            $null = Restore-AppointmentFromAuditLog $path -PlanOnly -PlanPath $plan
            (Get-Content $samples/calendar.ics -Raw) -replace 'Messe M', 'Hotel M' | Set-Content TestDrive:/drift.ics -NoNewline
            $null = Import-Calendar TestDrive:/drift.ics $alice

            $results = Restore-AppointmentFromAuditLog -PlanPath $plan -WarningAction SilentlyContinue

            ($results | Where-Object Subject -EQ 'Trade fair Munich').Reason | Should -Be 'Conflict'
        }

        It 'Keeps a plan that exists, unless told otherwise' {
            $plan = "TestDrive:/$([guid]::NewGuid()).plan"
            $null = Restore-AppointmentFromAuditLog $path -PlanOnly -PlanPath $plan

            { Restore-AppointmentFromAuditLog $path -PlanOnly -PlanPath $plan } | Should -Throw -ErrorId 'FileExists,Restoration.PowerShell.Commands.RestoreAppointmentFromAuditLogCommand'
            Restore-AppointmentFromAuditLog $path -PlanOnly -PlanPath $plan -Force | Should -HaveCount 4
        }

        It 'Fails for a plan that was changed' {
            $plan = "TestDrive:/$([guid]::NewGuid()).plan"
            $null = Restore-AppointmentFromAuditLog $path -PlanOnly -PlanPath $plan
            (Get-Content $plan -Raw) -replace 'Trade fair', 'Trade Fair' | Set-Content $plan -NoNewline

            { Restore-AppointmentFromAuditLog -PlanPath $plan } | Should -Throw -ErrorId 'InvalidData,Restoration.PowerShell.Commands.RestoreAppointmentFromAuditLogCommand'
        }
    }

    It 'Fails for <name>' -ForEach @(
        @{ name = 'a file that is not there'; arguments = @{ Path = 'TestDrive:/missing.csv' }; id = 'FileNotFound' }
        @{ name = 'a location that is none'; arguments = @{ Destination = 'nowhere' }; id = 'InvalidLocation' }
        @{ name = 'a tenant that is not connected'; arguments = @{ Destination = 'graph:alice@contoso.com/Calendar' }; id = 'NotConnected' }
        @{ name = 'a date that is none'; arguments = @{ StartDate = 'someday' }; id = 'InvalidDate' }
    ) {
        { Restore-AppointmentFromAuditLog @arguments } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.RestoreAppointmentFromAuditLogCommand"
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Paths' {
    BeforeEach {
        Connect-TestStore
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
    }
    AfterEach { Disconnect-Restoration }

    It 'Take wildcard characters in names for what they are: <_>' -ForEach '[draft].ics', 'a[1-3]b.ics', 'what`s new.ics', 'ä ö & ü.ics', "it's.ics" {
        $file = Join-Path $folder $_
        Copy-Item -LiteralPath $samples/calendar.ics -Destination $file

        (Import-Calendar -LiteralPath $file -Mailbox $alice).ItemCount | Should -Be 12
        (Get-Item -LiteralPath $file | Import-Calendar -Mailbox bob@contoso.com).ItemCount | Should -Be 12
        Push-Location -LiteralPath $folder
        try {
            (Import-Calendar ([WildcardPattern]::Escape($_)) carol@contoso.com).ItemCount | Should -Be 12
            (Export-Calendar $alice -LiteralPath "new $_").Path | Should -Be (Join-Path $folder "new $_")
        }
        finally {
            Pop-Location
        }
    }

    It 'Are those of the runspace, also in a folder whose name is a pattern' {
        $odd = (New-Item -ItemType Directory (Join-Path $folder 'x [1] y')).FullName
        Copy-Item -LiteralPath $samples/calendar.ics -Destination $odd
        Push-Location -LiteralPath $odd
        try {
            (Import-Calendar calendar.ics $alice).ItemCount | Should -Be 12
            (Backup-Calendar $alice -Destination file:backup.ics).Path | Should -Be (Join-Path $odd backup.ics)
            (Export-Calendar $alice out.json).Path | Should -Be (Join-Path $odd out.json)
        }
        finally {
            Pop-Location
        }
    }

    It 'May begin with a drive of PowerShell, with ~ or with the provider' {
        $null = New-PSDrive -Name Files -PSProvider FileSystem -Root $samples -Scope Global
        try {
            (Import-Calendar Files:/calendar.ics $alice).ItemCount | Should -Be 12
            (Import-Calendar "FileSystem::$samples/calendar.ics" bob@contoso.com).ItemCount | Should -Be 12
            { Import-Calendar ~/none.ics $alice -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,*' -ExpectedMessage "*$((Resolve-Path ~).ProviderPath)*"
        }
        finally {
            Remove-PSDrive Files -Scope Global
        }
    }

    It 'Fail by their own error: <name>' -ForEach @(
        @{ name = 'a drive that is not there'; path = 'Nowhere:/calendar.ics'; id = 'FileNotFound' }
        @{ name = 'another provider'; path = 'Env:/PATH'; id = 'InvalidArgument' }
        @{ name = 'a share that is not there'; path = '//nohost.invalid/share/calendar.ics'; id = 'FileNotFound' }
        @{ name = 'a folder that is not there'; path = 'TestDrive:/none/calendar.ics'; id = 'FileNotFound' }
        @{ name = 'a pattern that fits nothing'; path = 'TestDrive:/*.none'; id = 'FileNotFound' }
        @{ name = 'a folder'; path = 'TestDrive:/'; id = 'FileAccess' }
    ) {
        { Import-Calendar $path $alice -ErrorAction Stop } | Should -Throw -ErrorId "$id,Restoration.PowerShell.Commands.ImportCalendarCommand"
        Get-Calendar | Should -BeNullOrEmpty
    }

    It 'Of files that PowerShell writes are read in every encoding: <_>' -ForEach 'utf8', 'utf8BOM', 'unicode', 'bigendianunicode' {
        Import-Csv $samples/audit.csv | Export-Csv "$folder/audit.csv" -Encoding $_
        Get-Content -LiteralPath $samples/calendar.ics -Raw | Set-Content "$folder/calendar.ics" -Encoding $_ -NoNewline

        (Restore-AppointmentFromAuditLog "$folder/audit.csv" -PlanOnly).Reason | Should -Be 'ContentNotFound', 'ContentNotFound', 'ContentNotFound'
        (Import-Calendar "$folder/calendar.ics" $alice).ItemCount | Should -Be 12
        (Get-Appointment $alice -Subject 'Trade fair*').Location | Should -Be 'Messe München, Halle B5'
    }
}

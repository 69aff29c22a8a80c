BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Runs a script in a process of its own, where nothing is loaded; what it writes comes back as text.
    function Invoke-Fresh([string] $Script) {
        $text = "`$ErrorActionPreference = 'Stop'; `$ConfirmPreference = 'None'; `$manifest = '$manifest'; $Script"
        $written = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $text 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($written | Out-String)
        $written
    }

    # Add-Type cannot name an assembly, but the compiler that it brings can.
    function New-Assembly([string] $Name, [string] $Source, [string] $Path) {
        Add-Type -TypeDefinition 'public static class LoadsTheCompiler { }'
        $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($Source)
        $library = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location)
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new('DynamicallyLinkedLibrary')
        $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
            $Name, [Microsoft.CodeAnalysis.SyntaxTree[]]@($tree), [Microsoft.CodeAnalysis.MetadataReference[]]@($library), $options)
        [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($compilation, $Path).Success | Should -BeTrue
    }

    # Something that needs the cmdlets, the store's native library and the time zones.
    $work = @"
`$null = Connect-Restoration -Store (Join-Path ([IO.Path]::GetTempPath()) `"`$([guid]::NewGuid()).db`")
`$count = (Import-Calendar -LiteralPath '$samples/calendar.ics' -Mailbox $alice).ItemCount
`$store = (Get-RestorationContext).Store
Disconnect-Restoration
Remove-Item `$store*
`$count
"@
}

Describe 'The module' {
    It 'Exports what its manifest says' {
        (Get-Command -Module Restoration).Name | Should -Be (Import-PowerShellDataFile $manifest).CmdletsToExport
    }

    It 'Ships no engine of its own' {
        $module = Split-Path $manifest
        Get-ChildItem $module/module -Recurse -Filter System.Management.Automation* | Should -BeNullOrEmpty
    }

    It 'Shows its types to scripts: <_>' -ForEach @(
        'Restoration.Items.Appointment', 'Restoration.Requests.RestoreRequest', 'Restoration.Policies.ConflictResolutionOption', 'Restoration.Failures.FailureCode'
    ) {
        ($_ -as [type]) | Should -Not -BeNullOrEmpty
    }

    It 'Hides what its cmdlets depend on: <_>' -ForEach 'NodaTime.Instant', 'Microsoft.Data.Sqlite.SqliteConnection', 'Restoration.Storage.Sqlite.SqliteStoreProvider' {
        ($_ -as [type]) | Should -BeNullOrEmpty
    }
}

Describe 'Import' {
    It 'Works from a path with blanks and brackets' {
        $copy = (New-Item 'TestDrive:/a path [with] blanks' -ItemType Directory).FullName
        Copy-Item -LiteralPath $manifest, "$(Split-Path $manifest)/module" -Destination $copy -Recurse
        $path = [WildcardPattern]::Escape("$copy/Restoration.psd1")

        Invoke-Fresh "Import-Module '$path'; $work" | Should -Be 12
    }

    It 'Works again <name>' -ForEach @(
        @{ name = 'after Remove-Module'; again = 'Remove-Module Restoration; Import-Module $manifest' }
        @{ name = 'after Remove-Module, twice'; again = 'Remove-Module Restoration; Import-Module $manifest; Remove-Module Restoration; Import-Module $manifest' }
        @{ name = 'with -Force'; again = 'Import-Module $manifest -Force' }
        @{ name = 'with -Force, twice'; again = 'Import-Module $manifest -Force; Import-Module $manifest -Force' }
    ) {
        $written = Invoke-Fresh "Import-Module `$manifest; $work; $again; $work; (Get-Command -Module Restoration).Count"

        $written | Should -Be 12, 12, (Import-PowerShellDataFile $manifest).CmdletsToExport.Count
    }

    It 'Leaves nothing behind when it is removed, and closes the store' {
        Invoke-Fresh @'
Import-Module $manifest
$store = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).db"
$null = Connect-Restoration -Store $store
Remove-Module Restoration
(Get-Module | Where-Object Name -Like Restoration*).Count
(Get-Command *-Restor* -ErrorAction Ignore).Count
Test-Path "$store-wal"
Remove-Item $store*
'@ | Should -Be '0', '0', 'False'
    }

    It 'Works from inside another module, and with a prefix' {
        Set-Content TestDrive:/Outer.psm1 -Value "Import-Module '$manifest'; function Invoke-Outer { $work }; Export-ModuleMember Invoke-Outer"
        $outer = (Resolve-Path TestDrive:/Outer.psm1).ProviderPath

        Invoke-Fresh "Import-Module '$outer'; Invoke-Outer" | Should -Be 12
        Invoke-Fresh 'Import-Module $manifest -Prefix My; (Get-Command Get-MyCalendar).Name' | Should -Be 'Get-MyCalendar'
    }

    It 'Works in runspaces at once, each with a store of its own' {
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName

        $counts = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            $null = Connect-Restoration -Store "$using:folder/$_.db"
            (Import-Calendar -LiteralPath "$using:samples/calendar.ics" -Mailbox "user$_@contoso.com").Mailbox
            (Get-Calendar).Count
            Disconnect-Restoration
        }

        $counts | Where-Object { $_ -is [int] } | Should -Be 1, 1, 1, 1
        $counts | Where-Object { $_ -is [string] } | Sort-Object | Should -Be (1..4 | ForEach-Object { "user$_@contoso.com" })
    }

    It 'Works in runspaces at once that share a store' {
        $store = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName + '/shared.db'
        $null = Connect-Restoration -Store $store

        $null = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            $null = Connect-Restoration -Store $using:store -User "user$_"
            Import-Calendar -LiteralPath "$using:samples/calendar.ics" -Mailbox "user$_@contoso.com"
            Disconnect-Restoration
        }

        (Get-Calendar).ItemCount | Should -Be 12, 12, 12, 12
        Test-RestorationAuditLog -Quiet | Should -BeTrue
        Disconnect-Restoration
    }
}

Describe 'Another module with <name> dependencies of the same names' -ForEach @(
    @{ name = 'older'; version = '1.0.0.0' }
    @{ name = 'equal'; version = $null }
    @{ name = 'newer'; version = '99.0.0.0' }
) {
    BeforeAll {
        $names = 'NodaTime', 'Microsoft.Data.Sqlite'
        $isolated = "$(Split-Path $manifest)/module/bin/isolated"
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        $own = $names | ForEach-Object { [Reflection.AssemblyName]::GetAssemblyName("$isolated/$_.dll").Version.ToString() }
        $others = 0..1 | ForEach-Object {
            $other = $version ?? $own[$_]
            $source = "[assembly: System.Reflection.AssemblyVersion(`"$other`")] namespace Other { public static class From$($names[$_] -replace '\.') { } }"
            New-Assembly $names[$_] $source "$folder/$($names[$_]).dll"
            $other
        }
        Set-Content "$folder/Other.psm1" -Value "Add-Type -Path '$folder/NodaTime.dll', '$folder/Microsoft.Data.Sqlite.dll'"

        # Each context with its versions, and proof that both modules have what they need.
        $look = @'
[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in 'NodaTime', 'Microsoft.Data.Sqlite' } | ForEach-Object {
    "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name) $($_.GetName().Name) $($_.GetName().Version)"
} | Sort-Object
[Other.FromNodaTime].Assembly.GetName().Version.ToString()
'@
        $expected = @(
            "Default Microsoft.Data.Sqlite $($others[1])", "Default NodaTime $($others[0])"
            "Restoration Microsoft.Data.Sqlite $($own[1])", "Restoration NodaTime $($own[0])"
            $others[0])
    }

    It 'Works when the other comes first, and each has its own' {
        Invoke-Fresh "Import-Module '$folder/Other.psm1'; Import-Module `$manifest; $work; $look" | Should -Be (@(12) + $expected)
    }

    It 'Works when the other comes last, and each has its own' {
        Invoke-Fresh "Import-Module `$manifest; $work; Import-Module '$folder/Other.psm1'; $work; $look" | Should -Be (@(12, 12) + $expected)
    }
}

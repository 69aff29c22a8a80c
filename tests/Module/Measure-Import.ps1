<#
.SYNOPSIS
Measures what Import-Module of Restoration costs beside that of an empty binary module: each in a process of its own, in turns.
#>
[CmdletBinding()]
param(
    # How often each is imported.
    [int] $Count = 15,

    # The manifest of the module.
    [string] $Manifest = "$PSScriptRoot/../../Restoration.psd1"
)

$ErrorActionPreference = 'Stop'
$folder = New-Item (Join-Path ([IO.Path]::GetTempPath()) "restoration-$([guid]::NewGuid())") -ItemType Directory
try {
    # -OutputAssembly needs a file that is not loaded, and a manifest makes it a module like ours.
    Add-Type -OutputAssembly $folder/Empty.dll -TypeDefinition @'
[System.Management.Automation.Cmdlet("Get", "Empty")] public sealed class GetEmptyCommand : System.Management.Automation.PSCmdlet { }
'@
    New-ModuleManifest $folder/Empty.psd1 -RootModule Empty.dll -CmdletsToExport Get-Empty

    $modules = [ordered]@{ Empty = "$folder/Empty.psd1"; Restoration = (Resolve-Path $Manifest).ProviderPath }
    $measured = foreach ($turn in 0..$Count) {
        foreach ($name in $modules.Keys) {
            # The time of the processor says something also on a machine that is busy.
            $script = @"
`$process = [Diagnostics.Process]::GetCurrentProcess()
`$before = `$process.TotalProcessorTime
`$clock = [Diagnostics.Stopwatch]::StartNew()
Import-Module '$($modules[$name])'
`$clock.Stop()
`$process.Refresh()
[string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', `$clock.Elapsed.TotalMilliseconds, (`$process.TotalProcessorTime - `$before).TotalMilliseconds)
"@
            $elapsed, $processor = [double[]]((& ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script) -split ' ')
            [pscustomobject]@{ Module = $name; Turn = $turn; Milliseconds = $elapsed; Processor = $processor }
        }
    }

    # The first turn warms the disk.
    $measured | Where-Object Turn -GT 0 | Group-Object Module | ForEach-Object {
        $elapsed = @($_.Group.Milliseconds | Sort-Object)
        $processor = @($_.Group.Processor | Sort-Object)
        $middle = [int][math]::Floor($elapsed.Count / 2)
        [pscustomobject]@{ Module = $_.Name; Count = $elapsed.Count; Least = [math]::Round($elapsed[0]); Median = [math]::Round($elapsed[$middle]); Processor = [math]::Round($processor[$middle]) }
    }
}
finally {
    Remove-Item $folder -Recurse
}

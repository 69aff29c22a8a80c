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
            $script = "`$clock = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$($modules[$name])'; `$clock.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
            [pscustomobject]@{ Module = $name; Turn = $turn; Milliseconds = [double](& ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script) }
        }
    }

    # The first turn warms the disk.
    $measured | Where-Object Turn -GT 0 | Group-Object Module | ForEach-Object {
        $sorted = @($_.Group.Milliseconds | Sort-Object)
        [pscustomobject]@{ Module = $_.Name; Count = $sorted.Count; Least = [math]::Round($sorted[0]); Median = [math]::Round($sorted[[int][math]::Floor($sorted.Count / 2)]) }
    }
}
finally {
    Remove-Item $folder -Recurse
}

<#
.SYNOPSIS
Builds, tests and packs the module: a convenience over dotnet, which does the work.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Task Pack, TestPacked
#>
[CmdletBinding()]
param(
    # Build: everything. Test: what dotnet tests. TestModule: Pester on the checkout. Pack: the gallery's layout. TestPacked: Pester on that.
    [ValidateSet('Build', 'Test', 'TestModule', 'Pack', 'TestPacked', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot

function Invoke-Program([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Program $Arguments ended with $LASTEXITCODE."
    }
}

function Test-Module([string] $Manifest) {
    $env:RESTORATION_MODULE = $Manifest
    try {
        Invoke-Program pwsh '-NoProfile', '-File', "$root/tests/Module/Invoke-Tests.ps1"
    }
    finally {
        Remove-Item Env:RESTORATION_MODULE
    }
}

foreach ($name in $Task) {
    switch ($name) {
        Build { Invoke-Program dotnet 'build', "$root/Restoration.sln", '-c', $Configuration }
        Test { Invoke-Program dotnet 'test', "$root/Restoration.sln", '-c', $Configuration }
        TestModule { Test-Module "$root/Restoration.psd1" }
        Pack { Invoke-Program dotnet 'build', "$root/src/Restoration.PowerShell", '-t:PackModule', '-c', $Configuration }
        TestPacked { Test-Module (Get-Item "$root/artifacts/module/Restoration/*/Restoration.psd1").FullName }
        Clean { Remove-Item "$root/artifacts", "$root/module/bin", "$root/en-US" -Recurse -ErrorAction Ignore }
    }
}

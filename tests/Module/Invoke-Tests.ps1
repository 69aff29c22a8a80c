# Runs the tests of the module: that of the checkout, or the one whose manifest RESTORATION_MODULE names.
# What was not run counts as failed, and so does what does not end. Arguments pick files.
[CmdletBinding(PositionalBinding = $false)]
param([Parameter(ValueFromRemainingArguments)] [string[]] $Path = $PSScriptRoot, [int] $Minutes = 20)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$null = Start-ThreadJob {
    [Threading.Thread]::Sleep($using:Minutes * 60000)
    [Console]::Error.WriteLine("Pester: not ended after $using:Minutes minutes, in the file after the last one that is listed")
    [Environment]::Exit(2)
}
$configuration = New-PesterConfiguration @{ Run = @{ Path = $Path; PassThru = $true }; Output = @{ Verbosity = 'Normal' } }
$result = Invoke-Pester -Configuration $configuration
$left = $result.SkippedCount + $result.InconclusiveCount + $result.NotRunCount
"Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $left not run, in $([int]$result.Duration.TotalSeconds) s"
[Environment]::Exit([int]($result.Result -ne 'Passed' -or $left -gt 0 -or $result.PassedCount -eq 0))

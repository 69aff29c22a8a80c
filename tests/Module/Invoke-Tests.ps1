# Runs the tests of the module: that of the checkout, or the one whose manifest RESTORATION_MODULE names.
# What was not run counts as failed. Arguments pick files.
param([Parameter(ValueFromRemainingArguments)] [string[]] $Path = $PSScriptRoot)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$configuration = New-PesterConfiguration @{ Run = @{ Path = $Path; PassThru = $true }; Output = @{ Verbosity = 'Normal' } }
$result = Invoke-Pester -Configuration $configuration
$left = $result.SkippedCount + $result.InconclusiveCount + $result.NotRunCount
"Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $left not run, in $([int]$result.Duration.TotalSeconds) s"
exit [int]($result.Result -ne 'Passed' -or $left -gt 0 -or $result.PassedCount -eq 0)

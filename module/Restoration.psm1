Add-Type -Path "$PSScriptRoot/bin/Restoration.dll", "$PSScriptRoot/bin/Restoration.Loader.dll"
$cmdlets = [Restoration.Loader.ModuleLoadContext]::Load("$PSScriptRoot/bin/isolated/Restoration.PowerShell.dll")
$inner = Import-Module -Assembly $cmdlets -PassThru
# PowerShell keeps the inner module's entry; a second import finds no cmdlets unless it goes with us (PowerShell#20710).
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module -ModuleInfo $inner -Force }

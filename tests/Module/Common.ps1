# What the tests share. Each file dot-sources it in its BeforeAll.
$manifest = (Resolve-Path ($env:RESTORATION_MODULE ? $env:RESTORATION_MODULE : "$PSScriptRoot/../../Restoration.psd1")).ProviderPath
Import-Module $manifest
$samples = (Resolve-Path "$PSScriptRoot/../../samples").ProviderPath
$alice = 'alice@contoso.com'
$lost = 'Team meeting*', 'Trade fair*', 'Budget 2027*'
$ConfirmPreference = 'None'

# Connects to a store of this test's own.
function Connect-TestStore {
    $null = Connect-Restoration -Store "TestDrive:/$([guid]::NewGuid()).db" -User tester
}

# Imports the sample calendar: twelve items, of which the audit export names three as lost, one of them a series with an override.
function Import-Sample($Mailbox = $alice, $Name = 'Calendar') {
    $null = Import-Calendar -LiteralPath "$samples/calendar.ics" -Mailbox $Mailbox -Name $Name
}

# The sample audit export, as if the loss were a minute from now: after any backup that a test has made.
function New-AuditFile {
    $moment = [datetime]::UtcNow.AddMinutes(1).ToString('yyyy-MM-ddTHH:mm')
    $path = "TestDrive:/$([guid]::NewGuid()).csv"
    (Get-Content -LiteralPath "$samples/audit.csv" -Raw) -replace '2026-11-16T(09|10):\d\d', $moment | Set-Content -LiteralPath $path -NoNewline
    $path
}

# Removes what the audit export says was lost.
function Remove-Lost {
    $null = Get-Appointment $alice -Subject $lost | Remove-Appointment
}

# Begins a script in a runspace of its own, where the module is loaded and nobody can answer a question.
function Start-Shell([string] $Script, [object[]] $Arguments = @()) {
    $shell = [powershell]::Create()
    $null = $shell.AddScript("param(`$given) Import-Module '$manifest'; $Script")
    foreach ($argument in $Arguments) {
        $null = $shell.AddArgument($argument)
    }
    @{ shell = $shell; end = $shell.BeginInvoke() }
}

# Waits for what was begun, but not for ever; gives back the shell with its streams.
function Wait-Shell([hashtable] $Started, [string] $What = 'the script') {
    $Started.end.AsyncWaitHandle.WaitOne(120000) | Should -BeTrue -Because "$What has to end"
    $Started.shell
}

# The calendar as one text: equal before and after means that nothing has changed.
function Get-CalendarText($Mailbox = $alice, $Calendar = 'Calendar') {
    $path = "TestDrive:/$([guid]::NewGuid()).ics"
    $null = Export-Calendar $Mailbox -Name $Calendar -LiteralPath $path -IncludeMetadata:$false
    $events = (Get-Content -LiteralPath $path -Raw) -split 'BEGIN:VEVENT' | Select-Object -Skip 1
    ($events -replace 'END:VCALENDAR\s*' | Sort-Object) -join ''
}

# What the tests of mailbox restores share: alice has the sample calendar, bob is to get it.
. $PSScriptRoot/Common.ps1
$bob = 'bob@contoso.com'

function Connect-MailboxStore {
    Connect-TestStore
    Import-Sample
    $null = New-RestorationMailbox $bob
}

# Queues a restore of alice's mailbox into bob's; nobody minds that they are two people.
function New-Restore([hashtable] $With = @{}) {
    New-RestoreRequest -SourceMailbox $alice -TargetMailbox $bob -AllowMailboxMismatch @With
}

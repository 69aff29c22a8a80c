BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Get-RestorationUser' {
    BeforeAll {
        Connect-TestStore
        $null = New-RestorationUser olaf Operator
        $null = New-RestorationUser oscar Reader
    }
    AfterAll { Disconnect-Restoration }

    It 'Lists all, and who made the store as an administrator whom nobody made' {
        $users = Get-RestorationUser

        $users.Name | Should -Be 'olaf', 'oscar', 'tester'
        $users[2].Role | Should -Be 'Administrator'
        $users[2].CreatedBy | Should -BeNullOrEmpty
    }

    It 'Finds by <name>' -ForEach @(
        @{ name = 'name, without case'; given = 'OLAF'; found = @('olaf') }
        @{ name = 'pattern'; given = 'o*'; found = 'olaf', 'oscar' }
        @{ name = 'pattern that fits nothing'; given = 'z*'; found = @() }
    ) {
        (Get-RestorationUser $given).Name | Should -Be $found
    }

    It 'Takes names and users from the pipeline' {
        ('olaf', 'oscar' | Get-RestorationUser).Role | Should -Be 'Operator', 'Reader'
        (Get-RestorationUser olaf | Get-RestorationUser).Name | Should -Be 'olaf'
    }

    It 'Fails for one that is not there' {
        { Get-RestorationUser nobody -ErrorAction Stop } | Should -Throw -ErrorId 'UserNotFound,Restoration.PowerShell.Commands.GetRestorationUserCommand'
    }

    It 'Does not take an empty name for all' {
        { Get-RestorationUser '' } | Should -Throw
    }
}

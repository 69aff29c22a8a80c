BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Set-RestorationUser' {
    BeforeEach {
        Connect-TestStore
        $null = New-RestorationUser olaf Operator
    }
    AfterEach { Disconnect-Restoration }

    It 'Gives another role, and leaves the rest' {
        Set-RestorationUser olaf Reader | Should -BeNullOrEmpty

        $user = Get-RestorationUser olaf
        $user.Role | Should -Be 'Reader'
        $user.IsActive | Should -BeTrue
    }

    It 'Locks users out that are piped in' {
        (Get-RestorationUser olaf | Set-RestorationUser -IsActive:$false -PassThru).IsActive | Should -BeFalse

        (Get-RestorationUser olaf).Role | Should -Be 'Operator'
    }

    It 'Changes nothing with -WhatIf' {
        Set-RestorationUser olaf Administrator -WhatIf

        (Get-RestorationUser olaf).Role | Should -Be 'Operator'
    }

    It 'Does not leave a store without an administrator' {
        { Set-RestorationUser tester Reader -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.SetRestorationUserCommand'
        { Set-RestorationUser tester -IsActive:$false -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.SetRestorationUserCommand'
    }

    It 'Fails for one that is not there' {
        { Set-RestorationUser nobody Reader -ErrorAction Stop } | Should -Throw -ErrorId 'UserNotFound,Restoration.PowerShell.Commands.SetRestorationUserCommand'
    }
}

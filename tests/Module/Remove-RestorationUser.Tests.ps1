BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Remove-RestorationUser' {
    BeforeEach {
        $store = "TestDrive:/$([guid]::NewGuid()).db"
        $null = Connect-Restoration -Store $store -User tester
        $null = New-RestorationUser olaf Operator
    }
    AfterEach { Disconnect-Restoration }

    It 'Removes a user, with the configurations of that user and no others' {
        $null = Connect-Restoration -Store $store -User olaf
        $null = New-RestorationConfiguration His ExportFile '{"path":"a"}' LocalCalendar '{"calendar":"b"}'
        $null = Connect-Restoration -Store $store -User tester

        Remove-RestorationUser olaf | Should -BeNullOrEmpty

        (Get-RestorationUser).Name | Should -Be 'tester'
        Get-RestorationConfiguration | Should -HaveCount 3
    }

    It 'Takes users from the pipeline' {
        Get-RestorationUser o* | Remove-RestorationUser

        (Get-RestorationUser).Name | Should -Be 'tester'
    }

    It 'Removes nobody with -WhatIf' {
        Remove-RestorationUser olaf -WhatIf

        Get-RestorationUser | Should -HaveCount 2
    }

    It 'Does not leave a store without an administrator' {
        { Remove-RestorationUser tester -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidState,Restoration.PowerShell.Commands.RemoveRestorationUserCommand'
    }

    It 'Fails for one that is not there' {
        { Remove-RestorationUser nobody -ErrorAction Stop } | Should -Throw -ErrorId 'UserNotFound,Restoration.PowerShell.Commands.RemoveRestorationUserCommand'
    }
}

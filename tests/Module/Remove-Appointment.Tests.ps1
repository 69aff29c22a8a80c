BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Remove-Appointment' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
    }
    AfterEach { Disconnect-Restoration }

    It 'Removes by UID' {
        $uid = (Get-Appointment $alice -Subject Dentist).Uid

        $result = Remove-Appointment $alice -Uid $uid

        $result.Action | Should -Be 'Delete'
        Get-Appointment $alice -Subject Dentist | Should -BeNullOrEmpty
        Get-Appointment $alice | Should -HaveCount 11
    }

    It 'Removes what is piped in, by one request that its results name' {
        $results = Get-Appointment $alice -Subject $lost | Remove-Appointment

        $results | Should -HaveCount 4
        $results.RequestId | Select-Object -Unique | Should -HaveCount 1
        Get-Appointment $alice | Should -HaveCount 8
    }

    It 'Takes objects that only have the properties' {
        $uid = (Get-Appointment $alice -Subject Dentist).Uid

        $null = [pscustomobject]@{ Mailbox = $alice; Name = 'Calendar'; Uid = $uid } | Remove-Appointment

        Get-Appointment $alice | Should -HaveCount 11
    }

    It 'Removes from each calendar what is of it' {
        Import-Sample bob@contoso.com

        $results = Get-Calendar | Get-Appointment -Subject Dentist | Remove-Appointment

        $results.RequestId | Select-Object -Unique | Should -HaveCount 2
        (Get-Calendar).ItemCount | Should -Be 11, 11
    }

    It 'Can be undone' {
        $before = Get-CalendarText

        $null = Remove-Appointment $alice -Category Travel | Undo-RestoreRequest

        Get-CalendarText | Should -Be $before
    }

    It 'Changes nothing with -WhatIf' {
        Get-Appointment $alice | Remove-Appointment -WhatIf | Should -BeNullOrEmpty

        Get-Appointment $alice | Should -HaveCount 12
        Get-RestoreRequest -Kind Removal | Should -BeNullOrEmpty
    }

    It 'Never takes nothing for all' {
        { Remove-Appointment $alice -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.RemoveAppointmentCommand'
        { Remove-Appointment $alice -Uid $null } | Should -Throw
        { Remove-Appointment $alice -Subject '' } | Should -Throw
        @() | Remove-Appointment -Mailbox $alice -Subject *

        Get-Appointment $alice | Should -HaveCount 12
    }

    It 'Fails if nothing fits' {
        { Remove-Appointment $alice -Uid missing -ErrorAction Stop } | Should -Throw -ErrorId 'AppointmentNotFound,Restoration.PowerShell.Commands.RemoveAppointmentCommand'
    }
}

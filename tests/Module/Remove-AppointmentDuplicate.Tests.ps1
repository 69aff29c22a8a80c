BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Remove-AppointmentDuplicate' {
    BeforeEach {
        Connect-TestStore
        Import-Sample
        Import-Sample $alice Copy
        $before = Get-CalendarText
        $found = Find-AppointmentDuplicate $alice
    }
    AfterEach { Disconnect-Restoration }

    It 'Removes what was chosen, and nothing else' {
        $results = $found | Where-Object Position -GT 1 | Remove-AppointmentDuplicate

        $results.Action | Select-Object -Unique | Should -Be 'Delete'
        $results | Should -HaveCount 12
        Find-AppointmentDuplicate $alice | Should -BeNullOrEmpty
        @(Get-Appointment $alice Calendar) + @(Get-Appointment $alice Copy -ErrorAction Ignore) | Should -HaveCount 12
    }

    It 'Takes them by parameter' {
        Remove-AppointmentDuplicate -Duplicate ($found | Where-Object { $_.Calendar -eq 'Copy' -and $_.Subject -eq 'Dentist' }) | Should -HaveCount 1

        (Get-Calendar $alice Copy).ItemCount | Should -Be 11
        Get-CalendarText | Should -Be $before
    }

    It 'Takes a series with its changed occurrences' {
        $null = $found | Where-Object { $_.Calendar -eq 'Copy' -and $_.Subject -eq 'Team meeting' } | Remove-AppointmentDuplicate

        (Get-Calendar $alice Copy).ItemCount | Should -Be 10
    }

    It 'Can be undone' {
        $copy = Get-CalendarText $alice Copy

        $null = $found | Where-Object Calendar -EQ Copy | Remove-AppointmentDuplicate | Undo-RestoreRequest

        Get-CalendarText $alice Copy | Should -Be $copy
    }

    It 'Leaves one of each group' {
        { $found | Remove-AppointmentDuplicate } | Should -Throw -ErrorId 'InvalidArgument,Restoration.PowerShell.Commands.RemoveAppointmentDuplicateCommand'

        (Get-Calendar).ItemCount | Should -Be 12, 12
    }

    It 'Removes nothing that has gone since' {
        $null = Remove-Appointment $alice Copy -Subject Dentist

        { $found | Where-Object Calendar -EQ Copy | Remove-AppointmentDuplicate } |
            Should -Throw -ErrorId 'AppointmentNotFound,Restoration.PowerShell.Commands.RemoveAppointmentDuplicateCommand'
        (Get-Calendar $alice Copy).ItemCount | Should -Be 11
    }

    It 'Removes nothing with -WhatIf' {
        $found | Where-Object Calendar -EQ Copy | Remove-AppointmentDuplicate -WhatIf | Should -BeNullOrEmpty

        (Get-Calendar).ItemCount | Should -Be 12, 12
    }
}

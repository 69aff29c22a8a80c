using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Reads everything that a backup holds again, and hashes it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CalendarBackup")]
[OutputType(typeof(BackupVerdict), typeof(bool))]
public sealed class TestCalendarBackupCommand : AsyncCmdlet
{
    /// <summary>The backup: its id, or its location.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BackupId"), ArgumentCompleter(typeof(BackupCompleter))]
    public BackupIdentity Identity { get; set; } = null!;

    /// <summary>Writes only whether the backup is whole.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        BackupVerdict verdict = await session.Backups.VerifyAsync(await session.Backups.GetAsync(Identity.ToString(), stop), stop);
        foreach (string damage in verdict.Damage)
        {
            WriteWarning(damage);
        }

        WriteObject(Quiet ? verdict.IsValid : verdict);
    }
}

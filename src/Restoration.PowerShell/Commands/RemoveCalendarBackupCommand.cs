using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes a backup and the content that nothing else needs. This cannot be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "CalendarBackup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveCalendarBackupCommand : AsyncCmdlet
{
    /// <summary>The backup: its id, or its location.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BackupId"), ArgumentCompleter(typeof(BackupCompleter))]
    public BackupIdentity Identity { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Backup backup = await session.Backups.GetAsync(Identity.ToString(), stop);
        if (ShouldProcess($"{backup.Location} ({backup.ItemCount} items)", "Remove backup"))
        {
            long freed = await session.Backups.RemoveAsync(backup, stop);
            WriteVerbose($"Removed {backup.Location}; {freed} bytes are free again.");
        }
    }
}

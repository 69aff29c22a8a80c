using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists what was added, removed and changed since a backup: until a later one, or until now.</summary>
[Cmdlet(VerbsData.Compare, "CalendarBackup")]
[OutputType(typeof(BackupDifference))]
public sealed class CompareCalendarBackupCommand : AsyncCmdlet
{
    /// <summary>The backup: its id, or its location.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BackupId"), ArgumentCompleter(typeof(BackupCompleter))]
    public BackupIdentity Identity { get; set; } = null!;

    /// <summary>A later backup; without it, the calendar as it is now.</summary>
    [Parameter(Position = 1), ValidateNotNull, ArgumentCompleter(typeof(BackupCompleter))]
    public BackupIdentity? Later { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Backup before = await session.Backups.GetAsync(Identity.ToString(), stop);
        Backup? after = Later is null ? null : await session.Backups.GetAsync(Later.ToString(), stop);
        WriteVerbose($"Comparing {before.Location} with {after?.Location.ToString() ?? "the calendar as it is"}");
        await foreach (BackupDifference difference in session.Comparison.CompareAsync(before, after, stop))
        {
            WriteObject(difference);
        }
    }
}

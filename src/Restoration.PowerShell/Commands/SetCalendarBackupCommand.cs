using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Says whether a backup is to stay, whatever plans and people do.</summary>
[Cmdlet(VerbsCommon.Set, "CalendarBackup", SupportsShouldProcess = true)]
[OutputType(typeof(Backup))]
public sealed class SetCalendarBackupCommand : AsyncCmdlet
{
    /// <summary>The backup: its id, or its location.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BackupId"), ArgumentCompleter(typeof(BackupCompleter))]
    public BackupIdentity Identity { get; set; } = null!;

    /// <summary>Whether it is to stay; -IsHeld:$false lets it go again.</summary>
    [Parameter]
    public SwitchParameter IsHeld { get; set; }

    /// <summary>Writes the backup as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Backup backup = await session.Backups.GetAsync(Identity.ToString(), stop);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(IsHeld)) || !ShouldProcess(backup.Location.ToString(), IsHeld ? "Hold backup" : "Release backup"))
        {
            return;
        }

        Backup held = await session.Backups.HoldAsync(backup, IsHeld, stop);
        if (PassThru)
        {
            WriteObject(held);
        }
    }
}

using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the backups in the store, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "CalendarBackup", DefaultParameterSetName = "Filter")]
[OutputType(typeof(Backup))]
public sealed class GetCalendarBackupCommand : AsyncCmdlet
{
    /// <summary>The backup: its id, or its location.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Identity")]
    [Alias("BackupId"), ValidateNotNull, ArgumentCompleter(typeof(BackupCompleter))]
    public BackupIdentity Identity { get; set; } = null!;

    /// <summary>Only of this mailbox, or of those that fit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Filter")]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string? Mailbox { get; set; }

    /// <summary>Only of this calendar, or of those that fit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Filter"), Alias("Name")]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string? Calendar { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ParameterSetName == "Identity")
        {
            WriteObject(await session.Backups.GetAsync(Identity.ToString(), stop));
        }
        else
        {
            WriteObject(await session.Backups.ListAsync(Mailbox, Calendar, stop), enumerateCollection: true);
        }
    }
}

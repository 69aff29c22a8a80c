using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Backs a calendar up as it is now: in the store, to a file, or to another calendar.</summary>
[Cmdlet(VerbsData.Backup, "Calendar", SupportsShouldProcess = true)]
[OutputType(typeof(Backup), typeof(ExportedFile), typeof(RestoreRequest))]
public sealed class BackupCalendarCommand : RequestCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Name"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string Calendar { get; set; } = "Calendar";

    /// <summary>A file or another calendar; without it, a point-in-time backup in the store.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(DestinationCompleter))]
    public string? Destination { get; set; }

    /// <summary>The format of the file, if its name does not say it.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>Whether to write what only this program reads; -IncludeMetadata:$false leaves it out.</summary>
    [Parameter]
    public SwitchParameter IncludeMetadata { get; set; } = true;

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Folder calendar = await session.Calendars.GetAsync(Mailbox, FolderPath.Parse(Calendar), stop);
        Location? place = Destination is null ? null : FilePaths.Place(this, Destination);
        if (!ShouldProcess(place is null ? calendar.Location.ToString() : $"{calendar.Location} -> {place}", "Back up"))
        {
            return;
        }

        switch (place?.Kind)
        {
            case null:
                WriteObject(await session.Backups.CreateAsync(calendar, stop));
                break;
            case LocationKind.Store:
                WriteObject(await RunAsync(session, BackupService.DraftCopy(calendar, place), _ => { }, stop));
                break;
            default:
                ExportOptions options = new() { IsBackup = true, Format = Format, Force = Force, IncludeMetadata = IncludeMetadata, Losses = WarnOfFindings() };
                WriteObject(await session.Exports.WriteAsync(calendar, ItemFilter.All, place, options, stop));
                break;
        }
    }
}

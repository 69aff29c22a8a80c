using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Makes a calendar, and its mailbox if that is missing.</summary>
[Cmdlet(VerbsCommon.New, "Calendar", SupportsShouldProcess = true)]
[OutputType(typeof(Folder))]
public sealed class NewCalendarCommand : AsyncCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Calendar"), ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Calendar";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        FolderPath path = FolderPath.Parse(Name);
        RestorationSession session = await OpenAsync(stop);
        if (ShouldProcess(Location.OfStore(Mailbox, path).ToString(), "Make calendar"))
        {
            WriteObject(await session.Calendars.CreateAsync(Mailbox, path, stop));
        }
    }
}

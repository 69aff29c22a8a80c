using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes a calendar: its items first, by a request that can be undone, then the calendar.</summary>
[Cmdlet(VerbsCommon.Remove, "Calendar", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void), typeof(RestoreRequest))]
public sealed class RemoveCalendarCommand : RequestCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar. It has to be said: nothing is removed by default.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), Alias("Calendar"), ArgumentCompleter(typeof(CalendarCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Writes the request that removed the items; undoing it brings them and the calendar back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Folder calendar = await session.Calendars.GetAsync(Mailbox, FolderPath.Parse(Name), stop);
        if (!ShouldProcess(calendar.Location.ToString(), "Remove calendar with all its items"))
        {
            return;
        }

        RestoreRequest request = await RunAsync(session, await session.Calendars.DraftRemovalAsync(calendar, ItemFilter.All, stop), _ => { }, stop);
        if (request.Status == RequestStatus.Completed)
        {
            await session.Calendars.RemoveAsync(calendar, stop);
        }

        if (PassThru)
        {
            WriteObject(request);
        }
    }
}

using System.Management.Automation;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes appointments by a request that can be undone: one for each calendar, however many are piped in.</summary>
[Cmdlet(VerbsCommon.Remove, "Appointment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestoreResult))]
public sealed class RemoveAppointmentCommand : AppointmentFilterCmdlet
{
    private readonly Dictionary<(string Mailbox, string Calendar), HashSet<string>> _uids = [];

    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Name"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string Calendar { get; set; } = "Calendar";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ReadFilter(session.Dates).IsEmpty)
        {
            Fail(new RestorationException(
                FailureCode.InvalidArgument, "Say which appointments: -Uid, -Subject, -Category, -StartDate or -EndDate. Remove-Calendar removes all."));
            return;
        }

        if (!_uids.TryGetValue((Mailbox, Calendar), out HashSet<string>? uids))
        {
            _uids.Add((Mailbox, Calendar), uids = new HashSet<string>(StringComparer.Ordinal));
        }

        uids.UnionWith(Uid ?? []);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken stop)
    {
        foreach (((string mailbox, string calendar), HashSet<string> uids) in _uids)
        {
            await RemoveAsync(mailbox, FolderPath.Parse(calendar), [.. uids], stop);
        }
    }

    private async Task RemoveAsync(string mailbox, FolderPath path, string[] uids, CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        ItemFilter filter = ReadFilter(session.Dates) with { Uids = uids };
        Folder calendar = await session.Calendars.GetAsync(mailbox, path, stop);
        RequestDraft draft = await session.Calendars.DraftRemovalAsync(calendar, filter, stop);
        await using IAsyncEnumerator<StoredItem> fitting = session.Calendars.ReadAsync(calendar, filter, stop).GetAsyncEnumerator(stop);
        if (!await fitting.MoveNextAsync())
        {
            Fail(new RestorationException(
                FailureCode.AppointmentNotFound, $"No appointment of '{calendar.Location}' fits. Get-Appointment shows what there is.", calendar.Location.ToString()));
        }
        else if (await ReviewAsync(session, draft, stop) is { } reviewed)
        {
            await RunAsync(session, reviewed, WriteObject, stop);
        }
    }
}

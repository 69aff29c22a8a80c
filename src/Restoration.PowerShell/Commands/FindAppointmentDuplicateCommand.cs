using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Finds appointments that are there more than once, in one calendar or in several. Changes nothing.</summary>
[Cmdlet(VerbsCommon.Find, "AppointmentDuplicate")]
[OutputType(typeof(DuplicateAppointment))]
public sealed class FindAppointmentDuplicateCommand : AppointmentFilterCmdlet
{
    private readonly List<Folder> _calendars = [];

    /// <summary>The mailbox, or those that fit.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), SupportsWildcards, ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar, or those that fit; without it, all of the mailbox.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Name")]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string? Calendar { get; set; }

    /// <summary>How much alike appointments have to be.</summary>
    [Parameter]
    public DuplicateDetection DuplicateDetection { get; set; } = DuplicateDetection.Exact;

    /// <summary>Takes appointments of different mailboxes for duplicates too.</summary>
    [Parameter]
    public SwitchParameter AnyMailbox { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        IReadOnlyList<Folder> found = await session.Calendars.ListAsync(Mailbox, Calendar, stop);
        _calendars.AddRange(found.Where(calendar => _calendars.TrueForAll(other => other.Id != calendar.Id)));
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        WriteObject(
            await session.Duplicates.FindAsync(_calendars, ReadFilter(session.Dates), DuplicateDetection, AnyMailbox, stop),
            enumerateCollection: true);
    }
}

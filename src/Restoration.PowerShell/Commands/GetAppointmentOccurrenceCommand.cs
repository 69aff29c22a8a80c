using System.Management.Automation;
using Restoration.Failures;
using Restoration.Files;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Sources;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists when the appointments of a calendar, or of a file, take place.</summary>
[Cmdlet(VerbsCommon.Get, "AppointmentOccurrence", DefaultParameterSetName = "Mailbox")]
[OutputType(typeof(ItemOccurrence))]
public sealed class GetAppointmentOccurrenceCommand : FileCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Mailbox", ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar.</summary>
    [Parameter(Position = 1, ParameterSetName = "Mailbox", ValueFromPipelineByPropertyName = true), Alias("Calendar")]
    [ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string Name { get; set; } = "Calendar";

    /// <summary>The files.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path", ValueFromPipeline = true), SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The files, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true), Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <summary>Only what overlaps this day, or later.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? StartDate { get; set; }

    /// <summary>Only what overlaps this day, or earlier.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? EndDate { get; set; }

    /// <summary>The most occurrences of a calendar or file: the first ones.</summary>
    [Parameter, ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = OccurrenceQuery.DefaultLimit;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        DateWindow? window = Files.Dates.Parse(StartDate, EndDate, TimeZone);
        OccurrenceQuery query = new() { From = window?.From, To = window?.To, Limit = First };
        if (ParameterSetName == "Mailbox")
        {
            RestorationSession session = await OpenAsync(stop);
            Folder calendar = await session.Calendars.GetAsync(Mailbox, FolderPath.Parse(Name), stop);
            WriteObject(await session.Calendars.ExpandAsync(calendar, query, stop), enumerateCollection: true);
            return;
        }

        foreach (string file in LiteralPath is null ? FilePaths.Existing(this, Path) : FilePaths.Literal(this, LiteralPath))
        {
            Progress<Finding> findings = new(Report);
            WriteObject(
                await Files.Files.ExpandAsync(file, new FileSourceOptions { TimeZone = TimeZone, Culture = Culture }, query, findings, stop), enumerateCollection: true);
        }
    }
}

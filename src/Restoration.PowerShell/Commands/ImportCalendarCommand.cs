using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Imports files into a calendar; a missing mailbox or calendar is made. The import is a request that can be undone.</summary>
[Cmdlet(VerbsData.Import, "Calendar", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(Folder))]
public sealed class ImportCalendarCommand : RequestCmdlet
{
    /// <summary>The files.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path"), SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 1), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar.</summary>
    [Parameter(Position = 2), Alias("Calendar"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string Name { get; set; } = "Calendar";

    /// <summary>The files' format, if it is not to be recognised.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>What dates without a zone mean in the files.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The language that tables were written in: of dates such as 03/04/2026, and of letters that are not Unicode.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CultureCompleter))]
    public string? Culture { get; set; }

    /// <summary>What to do when the calendar has the item already.</summary>
    [Parameter]
    public ConflictResolutionOption ConflictResolutionOption { get; set; } = ConflictResolutionOption.KeepTargetItem;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        IReadOnlyList<string> files = [.. FilePaths.Existing(this, Path), .. FilePaths.Literal(this, LiteralPath)];
        RestorationSession session = await OpenAsync(stop);
        RequestOptions options = new() { SourceFormat = Format, TimeZone = TimeZone, Culture = Culture };
        FolderPath calendar = FolderPath.Parse(Name);
        RequestDraft draft = await session.Imports.DraftAsync(files, Mailbox, calendar, ConflictResolutionOption, options, stop);
        if (ShouldProcess($"{string.Join(", ", files)} -> {draft.Destination}", "Import"))
        {
            await RunAsync(session, draft, _ => { }, stop);
            WriteObject(await session.Calendars.GetAsync(Mailbox, calendar, stop));
        }
    }
}

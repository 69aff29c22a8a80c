using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Writes a calendar, or some of its appointments, to a file, which appears whole or not at all.</summary>
[Cmdlet(VerbsData.Export, "Calendar", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ExportedFile))]
public sealed class ExportCalendarCommand : AppointmentFilterCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path"), SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The file to write, by a name that holds no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>The calendar.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true), Alias("Calendar"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string Name { get; set; } = "Calendar";

    /// <summary>The format, if the file's name does not say it.</summary>
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
        Folder calendar = await session.Calendars.GetAsync(Mailbox, FolderPath.Parse(Name), stop);
        string file = FilePaths.New(this, Path, LiteralPath);
        bool isMeant = ShouldProcess($"{calendar.Location} -> {file}", "Export");
        if (!isMeant && !IsWhatIf)
        {
            return;
        }

        ExportOptions options = new() { Format = Format, Force = Force, IncludeMetadata = IncludeMetadata, PlanOnly = !isMeant, Losses = WarnOfFindings() };
        ExportedFile written = await session.Exports.WriteAsync(calendar, ReadFilter(session.Dates), Location.OfFile(file), options, stop);
        if (isMeant)
        {
            WriteObject(written);
        }
    }
}

using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Imports messages, calendars and contacts out of files, archives and folders into a mailbox. The import is a request that can be undone.</summary>
[Cmdlet(VerbsData.Import, "Mailbox", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(RestoreRequest))]
public sealed class ImportMailboxCommand : RequestCmdlet
{
    /// <summary>The files, archives or folders.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path"), SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, archives or folders, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 1), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The folder that everything goes below of.</summary>
    [Parameter(Position = 2), ValidateNotNullOrEmpty]
    public string? Folder { get; set; }

    /// <summary>The files' format, if it is not to be recognised.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>What to do when the mailbox has the item already.</summary>
    [Parameter]
    public ConflictResolutionOption ConflictResolutionOption { get; set; } = ConflictResolutionOption.KeepTargetItem;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        IReadOnlyList<string> files = [.. FilePaths.Existing(this, Path), .. FilePaths.Literal(this, LiteralPath)];
        RestorationSession session = await OpenAsync(stop);
        FolderPath? folder = Folder is null ? null : FolderPath.Parse(Folder);
        RequestDraft draft = await session.MailboxImports.DraftAsync(files, Mailbox, folder, Format, ConflictResolutionOption, stop);
        if (ShouldProcess($"{string.Join(", ", files)} -> {draft.Destination}", "Import"))
        {
            WriteObject(await RunAsync(session, draft, _ => { }, stop));
        }
    }
}

using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Writes a mailbox to files, which appear whole or not at all.</summary>
[Cmdlet(VerbsData.Export, "Mailbox", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ExportedMailbox))]
public sealed class ExportMailboxCommand : AsyncCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>Where to write: a folder, an archive, or a file.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path"), SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Where to write, by a name that holds no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>The format.</summary>
    [Parameter(Mandatory = true, Position = 2), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string Format { get; set; } = "";

    /// <summary>The folder that is written, with all below it; without it, all of them.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Folder { get; set; }

    /// <summary>Replaces an earlier export.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        string path = FilePaths.New(this, Path, LiteralPath);
        RestorationSession session = await OpenAsync(stop);
        if (ShouldProcess($"{Mailbox} -> {path}", "Export"))
        {
            FolderPath? folder = Folder is null ? null : FolderPath.Parse(Folder);
            WriteObject(await session.MailboxExports.WriteAsync(Mailbox, folder, path, new MailboxExportOptions(Format, Force), stop));
        }
    }
}

using System.Management.Automation;
using Restoration.Auditing;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Writes the audit trail to a file: one JSON object a line, links included.</summary>
[Cmdlet(VerbsData.Export, "RestorationAuditLog", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(AuditExport))]
public sealed class ExportRestorationAuditLogCommand : AuditLogFilterCmdlet
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path"), SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The file to write, by a name that holds no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        string file = FilePaths.New(this, Path, LiteralPath);
        if (ShouldProcess(file, "Export audit trail"))
        {
            WriteObject(await new AuditExporter(session.Workspace).WriteAsync(ReadFilter(session.Dates), file, Force, stop));
        }
    }
}

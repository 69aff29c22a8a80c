using System.Management.Automation;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Brings a database of the scripts that came before this module in: appointments, users, saved restores, audit trail.</summary>
[Cmdlet(VerbsData.Import, "RestorationDatabase", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(RestoreResult))]
public sealed class ImportRestorationDatabaseCommand : RequestCmdlet
{
    /// <summary>The databases.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path"), SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The databases, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>What times without a zone mean in the databases.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        IReadOnlyList<string> files = [.. FilePaths.Existing(this, Path), .. FilePaths.Literal(this, LiteralPath)];
        foreach (string file in files)
        {
            RequestDraft draft = await session.DatabaseImport.DraftAsync(file, TimeZone, stop);
            foreach (Finding loss in await session.DatabaseImport.FindLossesAsync(draft, stop))
            {
                WriteWarning(loss.ToString());
            }

            if (await ReviewAsync(session, draft, stop) is { } reviewed)
            {
                await RunAsync(session, reviewed, WriteObject, stop);
            }
        }
    }
}

using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Restores appointments from export files; several are one restore.</summary>
[Cmdlet(VerbsData.Restore, "AppointmentFromFile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Path")]
[OutputType(typeof(RestoreResult))]
public sealed class RestoreAppointmentFromFileCommand : PolicyCmdlet
{
    private readonly List<string> _files = [];

    /// <summary>The files.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "Path"), SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>The files, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath"), Alias("PSPath"), ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The files' format, if it is not to be recognised.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? SourceFormat { get; set; }

    private protected override bool HasSource => _files.Count > 0;

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken stop)
    {
        _files.AddRange(FilePaths.Existing(this, Path));
        _files.AddRange(FilePaths.Literal(this, LiteralPath));
        return Task.CompletedTask;
    }

    // An empty pipeline is something else than no pipeline: it restores nothing.
    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken stop)
        => MyInvocation.ExpectingInput && !HasSource ? Task.CompletedTask : RestoreAsync(stop);

    private protected override async Task<RequestDraft> DraftAsync(RestorationSession session, CancellationToken stop)
        => await session.Drafts.FromFilesAsync(_files, SourceFormat, ReadSettings(session.Dates, new RestoreSettings()), stop);
}

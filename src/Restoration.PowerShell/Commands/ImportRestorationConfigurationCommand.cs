using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Saves the configurations of a file for the acting user, all or none.</summary>
[Cmdlet(VerbsData.Import, "RestorationConfiguration", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(RestorationConfiguration))]
public sealed class ImportRestorationConfigurationCommand : AsyncCmdlet
{
    /// <summary>The files.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path"), SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        IReadOnlyList<string> files = [.. FilePaths.Existing(this, Path), .. FilePaths.Literal(this, LiteralPath)];
        foreach (string file in files)
        {
            if (ShouldProcess(file, "Import configurations"))
            {
                WriteObject(await session.ConfigurationFiles.ReadAsync(file, stop), enumerateCollection: true);
            }
        }
    }
}

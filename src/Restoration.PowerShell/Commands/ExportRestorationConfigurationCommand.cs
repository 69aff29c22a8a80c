using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Writes saved configurations to a file, to take them to another store; it appears whole or not at all.</summary>
[Cmdlet(VerbsData.Export, "RestorationConfiguration", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ExportedFile))]
public sealed class ExportRestorationConfigurationCommand : AsyncCmdlet
{
    private readonly List<RestorationConfiguration> _exported = [];

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path"), SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The file to write, by a name that holds no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath"), Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>The configurations, by their names or numbers; without any, all that the acting user may see.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(ConfigurationCompleter))]
    public ConfigurationIdentity[]? Configuration { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        foreach (ConfigurationIdentity identity in Configuration ?? [])
        {
            _exported.Add(await session.Configurations.GetAsync(identity.ToString(), stop));
        }
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        string file = FilePaths.New(this, Path, LiteralPath);
        IReadOnlyList<RestorationConfiguration> exported = Configuration is null && !MyInvocation.ExpectingInput
            ? await session.Configurations.ListAsync(new ConfigurationFilter(), stop)
            : _exported;
        if (ShouldProcess(file, $"Export {exported.Count} configurations"))
        {
            WriteObject(await session.ConfigurationFiles.WriteAsync(file, Force, exported, stop));
        }
    }
}

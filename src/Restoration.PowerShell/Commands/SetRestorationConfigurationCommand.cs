using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Changes a saved configuration; what is not given stays. It is checked before it is saved.</summary>
[Cmdlet(VerbsCommon.Set, "RestorationConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(RestorationConfiguration))]
public sealed class SetRestorationConfigurationCommand : AsyncCmdlet
{
    /// <summary>The configuration: its name or its number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("ConfigurationId"), ValidateNotNull, ArgumentCompleter(typeof(ConfigurationCompleter))]
    public ConfigurationIdentity Identity { get; set; } = null!;

    /// <summary>Another name.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>What it restores from.</summary>
    [Parameter]
    public SourceType? SourceType { get; set; }

    /// <summary>Which source of that type: a hashtable, an object, or JSON.</summary>
    [Parameter, JsonTransformation, ValidateNotNullOrEmpty]
    public string? Source { get; set; }

    /// <summary>What it restores to.</summary>
    [Parameter]
    public DestinationType? DestinationType { get; set; }

    /// <summary>Which destination of that type: a hashtable, an object, or JSON.</summary>
    [Parameter, JsonTransformation, ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Which items, and what to do on a match: a hashtable, an object, or JSON.</summary>
    [Parameter, JsonTransformation, ValidateNotNullOrEmpty]
    public string? Policy { get; set; }

    /// <summary>Whether it may be run; -IsActive:$false forbids it.</summary>
    [Parameter]
    public SwitchParameter IsActive { get; set; }

    /// <summary>Writes the configuration as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestorationConfiguration configuration = await session.Configurations.GetAsync(Identity.ToString(), stop);
        if (ShouldProcess($"{configuration.Name} ({configuration.ConfigurationId})", "Change configuration"))
        {
            RestorationConfiguration changed = await session.Configurations.SetAsync(Change(configuration), stop);
            if (PassThru)
            {
                WriteObject(changed);
            }
        }
    }

    private RestorationConfiguration Change(RestorationConfiguration configuration) => configuration with
    {
        Name = Name ?? configuration.Name,
        Description = Description ?? configuration.Description,
        SourceType = SourceType ?? configuration.SourceType,
        Source = Source ?? configuration.Source,
        DestinationType = DestinationType ?? configuration.DestinationType,
        Destination = Destination ?? configuration.Destination,
        Policy = Policy ?? configuration.Policy,
        IsActive = MyInvocation.BoundParameters.ContainsKey(nameof(IsActive)) ? IsActive.IsPresent : configuration.IsActive,
    };
}

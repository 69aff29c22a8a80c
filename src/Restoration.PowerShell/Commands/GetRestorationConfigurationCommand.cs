using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the saved configurations that the acting user may see.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationConfiguration", DefaultParameterSetName = "Filter")]
[OutputType(typeof(RestorationConfiguration))]
public sealed class GetRestorationConfigurationCommand : AsyncCmdlet
{
    /// <summary>The configuration: its name or its number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Identity")]
    [Alias("ConfigurationId"), ValidateNotNull, ArgumentCompleter(typeof(ConfigurationCompleter))]
    public ConfigurationIdentity Identity { get; set; } = null!;

    /// <summary>Only names that fit.</summary>
    [Parameter(ParameterSetName = "Filter"), SupportsWildcards, ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Only those of users that fit.</summary>
    [Parameter(ParameterSetName = "Filter"), SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>Only those that restore from this.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public SourceType? SourceType { get; set; }

    /// <summary>Only those that restore to this.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public DestinationType? DestinationType { get; set; }

    /// <summary>Only those that may be run; -IsActive:$false, only those that may not.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public SwitchParameter IsActive { get; set; }

    /// <summary>Only those that hold this text in their name, description, source, destination or policy.</summary>
    [Parameter(ParameterSetName = "Filter"), ValidateNotNullOrEmpty]
    public string? Text { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ParameterSetName == "Identity")
        {
            WriteObject(await session.Configurations.GetAsync(Identity.ToString(), stop));
            return;
        }

        ConfigurationFilter filter = new()
        {
            Name = Name,
            User = User,
            SourceType = SourceType,
            DestinationType = DestinationType,
            IsActive = MyInvocation.BoundParameters.ContainsKey(nameof(IsActive)) ? IsActive.IsPresent : null,
            Text = Text,
        };
        WriteObject(await session.Configurations.ListAsync(filter, stop), enumerateCollection: true);
    }
}

using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes a saved configuration; the requests that it ran stay.</summary>
[Cmdlet(VerbsCommon.Remove, "RestorationConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveRestorationConfigurationCommand : AsyncCmdlet
{
    /// <summary>The configuration: its name or its number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("ConfigurationId"), ValidateNotNull, ArgumentCompleter(typeof(ConfigurationCompleter))]
    public ConfigurationIdentity Identity { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestorationConfiguration configuration = await session.Configurations.GetAsync(Identity.ToString(), stop);
        if (ShouldProcess($"{configuration.Name} ({configuration.ConfigurationId})", "Remove configuration"))
        {
            await session.Configurations.RemoveAsync(configuration, stop);
        }
    }
}

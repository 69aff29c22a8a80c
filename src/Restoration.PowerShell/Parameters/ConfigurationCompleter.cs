using System.Collections;
using Restoration.Configurations;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the saved configurations that the acting user may see.</summary>
internal sealed class ConfigurationCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<RestorationConfiguration> configurations = await session.Configurations.ListAsync(new ConfigurationFilter(), stop);
        return configurations.Select(configuration => (
            configuration.Name, $"{configuration.SourceType} -> {configuration.DestinationType}{(configuration.IsActive ? "" : ", not active")}"));
    }
}

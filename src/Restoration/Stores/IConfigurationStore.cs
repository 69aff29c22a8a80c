using Restoration.Configurations;

namespace Restoration.Stores;

/// <summary>The saved configurations.</summary>
public interface IConfigurationStore
{
    /// <summary>All configurations, in the order in which they came.</summary>
    ValueTask<IReadOnlyList<RestorationConfiguration>> ListAsync(CancellationToken cancellation);

    /// <summary>Adds a configuration; its user is one of the store's.</summary>
    /// <returns>The configuration with the number that the store gave.</returns>
    ValueTask<RestorationConfiguration> AddAsync(RestorationConfiguration configuration, CancellationToken cancellation);

    /// <summary>Keeps a configuration as it is now.</summary>
    ValueTask UpdateAsync(RestorationConfiguration configuration, CancellationToken cancellation);

    /// <summary>Removes a configuration.</summary>
    ValueTask RemoveAsync(long configurationId, CancellationToken cancellation);
}

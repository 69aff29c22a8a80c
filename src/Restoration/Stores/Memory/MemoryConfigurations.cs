using Restoration.Configurations;

namespace Restoration.Stores.Memory;

internal sealed class MemoryConfigurations(MemoryTransaction transaction) : IConfigurationStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask<IReadOnlyList<RestorationConfiguration>> ListAsync(CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<RestorationConfiguration>>(State.Configurations);

    public ValueTask<RestorationConfiguration> AddAsync(RestorationConfiguration configuration, CancellationToken cancellation)
    {
        RestorationConfiguration added = configuration with { ConfigurationId = State.LastId + 1 };
        State = State with { LastId = added.ConfigurationId, Configurations = State.Configurations.Add(added) };
        return ValueTask.FromResult(added);
    }

    public ValueTask UpdateAsync(RestorationConfiguration configuration, CancellationToken cancellation)
    {
        int index = State.Configurations.FindIndex(other => other.ConfigurationId == configuration.ConfigurationId);
        State = State with { Configurations = State.Configurations.SetItem(index, configuration) };
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(long configurationId, CancellationToken cancellation)
    {
        State = State with { Configurations = State.Configurations.RemoveAll(other => other.ConfigurationId == configurationId) };
        return ValueTask.CompletedTask;
    }
}

using Restoration.Users;

namespace Restoration.Stores.Memory;

internal sealed class MemoryUsers(MemoryTransaction transaction) : IUserStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask<IReadOnlyList<RestorationUser>> ListAsync(CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<RestorationUser>>([.. State.Users.OrderBy(user => user.Name, StringComparer.OrdinalIgnoreCase)]);

    public ValueTask<RestorationUser> AddAsync(RestorationUser user, CancellationToken cancellation)
    {
        RestorationUser added = user with { Id = State.LastId + 1 };
        State = State with { LastId = added.Id, Users = State.Users.Add(added) };
        return ValueTask.FromResult(added);
    }

    public ValueTask UpdateAsync(RestorationUser user, CancellationToken cancellation)
    {
        State = State with { Users = State.Users.SetItem(State.Users.FindIndex(other => other.Id == user.Id), user) };
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(long userId, CancellationToken cancellation)
    {
        string? name = State.Users.Find(user => user.Id == userId)?.Name;
        State = State with
        {
            Users = State.Users.RemoveAll(user => user.Id == userId),
            Configurations = State.Configurations.RemoveAll(configuration => string.Equals(configuration.User, name, StringComparison.OrdinalIgnoreCase)),
        };
        return ValueTask.CompletedTask;
    }
}

using Restoration.Users;

namespace Restoration.Stores;

/// <summary>The users of the store.</summary>
public interface IUserStore
{
    /// <summary>All users, in order of their names.</summary>
    ValueTask<IReadOnlyList<RestorationUser>> ListAsync(CancellationToken cancellation);

    /// <summary>Adds a user.</summary>
    /// <returns>The user with the number that the store gave.</returns>
    ValueTask<RestorationUser> AddAsync(RestorationUser user, CancellationToken cancellation);

    /// <summary>Keeps a user as it is now; the name stays.</summary>
    ValueTask UpdateAsync(RestorationUser user, CancellationToken cancellation);

    /// <summary>Removes a user, with the configurations of that user.</summary>
    ValueTask RemoveAsync(long userId, CancellationToken cancellation);
}

using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Users;

/// <summary>The users of the store: made, changed and removed by administrators.</summary>
public sealed class UserService(Workspace workspace)
{
    private const int LongestName = 256;

    /// <summary>The users whose name fits.</summary>
    /// <param name="name">A name or a pattern; null for all.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<RestorationUser>> ListAsync(string? name, CancellationToken cancellation)
        => [.. (await ReadAsync(cancellation).ConfigureAwait(false)).Where(user => name is null || Wildcard.IsMatch(name, user.Name))];

    /// <summary>The user of this name.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.UserNotFound"/>.</exception>
    public async ValueTask<RestorationUser> GetAsync(string name, CancellationToken cancellation)
        => (await ReadAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(user => IsSame(user.Name, name))
            ?? throw new RestorationException(FailureCode.UserNotFound, $"The store has no user '{name}'. List the users to see who there is.", name);

    /// <summary>Makes a user. From the first one on that is made, permissions hold; that one has to leave the store with an administrator.</summary>
    public async ValueTask<RestorationUser> AddAsync(string name, UserRole role, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ManageUsers, name, null, cancellation).ConfigureAwait(false);
        CheckName(name);
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        return await WriteAsync("UserCreate", name, role.ToString(), async (transaction, users) =>
        {
            RestorationUser? existing = users.FirstOrDefault(user => IsSame(user.Name, name));
            if (existing?.CreatedBy is not null)
            {
                throw new RestorationException(FailureCode.AlreadyExists, $"The store has a user '{existing.Name}' already.", name);
            }

            // Who came with the store is taken over under the same name.
            RestorationUser made = new()
            {
                Id = existing?.Id ?? 0,
                Name = existing?.Name ?? name,
                Role = role,
                CreatedBy = workspace.User,
                CreatedAt = existing?.CreatedAt ?? now,
                UpdatedAt = now,
            };
            CheckAdministered([.. users.Where(user => user.Id != made.Id), made]);
            if (existing is null)
            {
                return await transaction.Users.AddAsync(made, cancellation).ConfigureAwait(false);
            }

            await transaction.Users.UpdateAsync(made, cancellation).ConfigureAwait(false);
            return made;
        },
        cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives a user another role, or takes away or gives back the right to do anything.</summary>
    public async ValueTask<RestorationUser> SetAsync(RestorationUser user, UserRole role, bool isActive, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ManageUsers, user.Name, null, cancellation).ConfigureAwait(false);
        RestorationUser changed = user with { Role = role, IsActive = isActive, UpdatedAt = workspace.Clock.GetUtcNow() };
        return await WriteAsync("UserSet", user.Name, $"{role}, {(isActive ? "active" : "not active")}", async (transaction, users) =>
        {
            CheckAdministered([.. users.Where(other => other.Id != user.Id), changed]);
            await transaction.Users.UpdateAsync(changed, cancellation).ConfigureAwait(false);
            return changed;
        },
        cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a user, with the configurations of that user. What the user did stays in the record.</summary>
    public async ValueTask RemoveAsync(RestorationUser user, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ManageUsers, user.Name, null, cancellation).ConfigureAwait(false);
        await WriteAsync("UserRemove", user.Name, null, async (transaction, users) =>
        {
            RestorationUser[] left = [.. users.Where(other => other.Id != user.Id)];
            if (AccessControl.IsEnforced(left))
            {
                CheckAdministered(left);
            }

            await transaction.Users.RemoveAsync(user.Id, cancellation).ConfigureAwait(false);
            return user;
        },
        cancellation).ConfigureAwait(false);
    }

    // Whoever acts must not lock everybody out.
    private void CheckAdministered(IReadOnlyCollection<RestorationUser> users)
    {
        bool wasEnforced = users.Count(user => user.CreatedBy is not null) > 1;
        RestorationUser[] administrators = [.. users.Where(user => user is { Role: UserRole.Administrator, IsActive: true })];
        if (administrators.Length == 0 || (!wasEnforced && !administrators.Any(user => user.CreatedBy is not null || IsSame(user.Name, workspace.User))))
        {
            throw new RestorationException(
                FailureCode.InvalidState, $"The store would be left without an administrator that '{workspace.User}' knows of. Make an administrator first.", workspace.User);
        }
    }

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl) || Wildcard.HasWildcard(name) || name != name.Trim())
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{name}' is no name of a user. Write 1 to {LongestName} characters without * and ?, and without spaces around them.", name);
        }
    }

    private ValueTask<IReadOnlyList<RestorationUser>> ReadAsync(CancellationToken cancellation)
        => workspace.ReadAsync(transaction => transaction.Users.ListAsync(cancellation), cancellation);

    private ValueTask<RestorationUser> WriteAsync(
        string operation,
        string name,
        string? detail,
        Func<IStoreTransaction, IReadOnlyList<RestorationUser>, ValueTask<RestorationUser>> work,
        CancellationToken cancellation) => workspace.WriteAsync(
        async transaction =>
        {
            RestorationUser user = await work(transaction, await transaction.Users.ListAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            await AuditTrail.WriteAsync(workspace, transaction, operation, name, detail, cancellation).ConfigureAwait(false);
            return user;
        },
        cancellation);

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

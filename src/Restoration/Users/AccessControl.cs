using Restoration.Auditing;
using Restoration.Failures;

namespace Restoration.Users;

/// <summary>
/// Says what the acting user may do. As long as nobody has made a user, whoever can open the store acts as administrator.
/// What is denied is audited.
/// </summary>
public sealed class AccessControl(Workspace workspace)
{
    /// <summary>Goes on only if the acting user may do it.</summary>
    /// <param name="permission">What is to be done.</param>
    /// <param name="target">To what: a location, a request, a configuration.</param>
    /// <param name="owner">Whose it is; null for what the user makes now, or for nobody's.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.PermissionDenied"/>.</exception>
    public async ValueTask DemandAsync(Permission permission, string target, string? owner, CancellationToken cancellation)
    {
        UserRole? role = await FindRoleAsync(cancellation).ConfigureAwait(false);
        if (role is { } known && Permissions.Allow(known, permission, owner is null || IsActing(owner)))
        {
            return;
        }

        string who = role is { } held ? $"'{workspace.User}' is {held}" : $"'{workspace.User}' is no active user of this store";
        await workspace.WriteAsync(
            async transaction =>
            {
                await transaction.Audit.AppendAsync(
                    [
                        new AuditEntry
                        {
                            At = workspace.Clock.GetUtcNow(),
                            Actor = workspace.User,
                            Operation = permission.ToString(),
                            Target = target,
                            Outcome = AuditOutcome.Denied,
                            Detail = who,
                        },
                    ],
                    cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        throw new RestorationException(
            FailureCode.PermissionDenied, $"{who} and may not do this ({permission}) with '{target}'. Ask an administrator of the store.", target);
    }

    /// <summary>Whether the acting user may do it, for lists that leave out what he may not see.</summary>
    public async ValueTask<Func<string, bool>> FilterAsync(Permission permission, CancellationToken cancellation)
    {
        UserRole? role = await FindRoleAsync(cancellation).ConfigureAwait(false);
        return owner => role is { } known && Permissions.Allow(known, permission, IsActing(owner));
    }

    /// <summary>Whether permissions hold: somebody has made a user.</summary>
    internal static bool IsEnforced(IEnumerable<RestorationUser> users) => users.Any(user => user.CreatedBy is not null);

    private ValueTask<UserRole?> FindRoleAsync(CancellationToken cancellation) => workspace.ReadAsync<UserRole?>(
        async transaction =>
        {
            IReadOnlyList<RestorationUser> users = await transaction.Users.ListAsync(cancellation).ConfigureAwait(false);
            return IsEnforced(users) ? users.FirstOrDefault(user => user.IsActive && IsActing(user.Name))?.Role : UserRole.Administrator;
        },
        cancellation);

    private bool IsActing(string name) => string.Equals(name, workspace.User, StringComparison.OrdinalIgnoreCase);
}

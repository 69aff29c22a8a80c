using Restoration.Auditing;
using Restoration.Storage.Copying;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Hosting;

/// <summary>Copies the store of a session into another that is empty: from a file to a server, or back.</summary>
/// <param name="options">What the session is opened with.</param>
/// <param name="destination">The path or the address of the other store.</param>
/// <param name="progress">Hears of the rows; null for nobody.</param>
public sealed class StoreCopy(SessionOptions options, string destination, IProgress<StoreCopyProgress>? progress)
{
    private readonly StoreCopier _copier = new(
        StoreConnection.FindSql(options.Store, options.Clock), StoreConnection.FindSql(destination, options.Clock), progress);

    /// <summary>Looks whether it can be done. Changes nothing.</summary>
    /// <exception cref="Failures.RestorationException">Those of <see cref="StoreCopier.CheckAsync"/>.</exception>
    public ValueTask CheckAsync(CancellationToken cancellation) => _copier.CheckAsync(cancellation);

    /// <summary>Copies everything, in one transaction, and looks at the copy before it is committed.</summary>
    /// <exception cref="Failures.RestorationException">Those of <see cref="StoreCopier.CopyAsync"/>; <see cref="Failures.FailureCode.PermissionDenied"/>.</exception>
    public async ValueTask<StoreCopyResult> RunAsync(CancellationToken cancellation)
    {
        await CheckAsync(cancellation).ConfigureAwait(false);
        RestorationSession session = await RestorationSession.OpenAsync(options, cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            Workspace workspace = session.Workspace;
            string name = StoreConnection.Resolve(destination);

            // Everything is in it, whoever it is of.
            await workspace.Access.DemandAsync(Permission.ManageUsers, name, null, cancellation).ConfigureAwait(false);
            await workspace.WriteAsync(
                async transaction =>
                {
                    await AuditTrail.WriteAsync(workspace, transaction, "StoreCopy", name, null, cancellation).ConfigureAwait(false);
                    return true;
                },
                cancellation).ConfigureAwait(false);
        }

        return await _copier.CopyAsync(cancellation).ConfigureAwait(false);
    }
}

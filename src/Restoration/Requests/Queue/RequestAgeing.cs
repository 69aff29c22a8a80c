using Restoration.Auditing;
using Restoration.Stores;

namespace Restoration.Requests.Queue;

/// <summary>Forgets mailbox restores that ended long enough ago, as their settings say.</summary>
internal sealed class RequestAgeing(Workspace workspace)
{
    /// <summary>When a request is forgotten; null for never, or not as it stands.</summary>
    public static DateTimeOffset? ExpiryOf(RestoreRequest request)
    {
        RequestSettings settings = request.Settings;
        return request switch
        {
            { Kind: not RequestKind.MailboxRestore } => null,
            { CompletedAt: { } end } => (settings.RequestExpiryInterval ?? settings.CompletedRequestAgeLimit).After(end),
            { Status: RequestStatus.Failed } => settings.RequestExpiryInterval?.After(request.StatusSince ?? request.UpdatedAt),
            _ => null,
        };
    }

    /// <summary>Removes what is over. What was done stays in the audit trail.</summary>
    public async ValueTask RemoveExpiredAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        IReadOnlyList<RestoreRequest> all = await workspace
            .ReadAsync(transaction => transaction.Requests.ListAsync(cancellation), cancellation).ConfigureAwait(false);
        RestoreRequest[] over = [.. all.Where(request => ExpiryOf(request) <= now)];
        if (over.Length > 0)
        {
            await workspace.WriteAsync(transaction => RemoveAsync(transaction, over, cancellation), cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> RemoveAsync(IStoreTransaction transaction, RestoreRequest[] over, CancellationToken cancellation)
    {
        foreach (RestoreRequest request in over)
        {
            await transaction.Requests.RemoveAsync(request.RequestId, cancellation).ConfigureAwait(false);
            await AuditTrail.WriteAsync(workspace, transaction, "RequestExpire", request.Identity, request.Counts.ToString(), cancellation).ConfigureAwait(false);
        }

        return true;
    }
}

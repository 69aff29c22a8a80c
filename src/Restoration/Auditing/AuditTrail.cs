using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Auditing;

/// <summary>The audit trail: what is written to it beside requests, how it is read, and whether it is whole.</summary>
public sealed class AuditTrail(Workspace workspace)
{
    /// <summary>Writes an entry for something that no request did, in the transaction that did it.</summary>
    public static ValueTask WriteAsync(
        Workspace workspace, IStoreTransaction transaction, string operation, string target, string? detail, CancellationToken cancellation)
        => transaction.Audit.AppendAsync(
            [
                new AuditEntry
                {
                    At = workspace.Clock.GetUtcNow(),
                    Actor = workspace.User,
                    Operation = operation,
                    Target = target,
                    Outcome = AuditOutcome.Succeeded,
                    Detail = detail,
                },
            ],
            cancellation);

    /// <summary>The entries that fit, oldest first.</summary>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ReadAudit, "audit:", null, cancellation).ConfigureAwait(false);
        IAsyncEnumerable<AuditEntry> entries = StorePages.ReadAsync(
            workspace.Store,
            (transaction, after, limit, token) => transaction.Audit.ReadAsync(filter, after, limit, token),
            entry => entry.Sequence,
            cancellation);
        await foreach (AuditEntry entry in entries.ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    /// <summary>Computes every link of the trail again.</summary>
    public async ValueTask<AuditVerdict> VerifyAsync(CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ReadAudit, "audit:", null, cancellation).ConfigureAwait(false);
        AuditHead head = await ReadHeadAsync(cancellation).ConfigureAwait(false);
        ContentHash previous = default;
        long count = 0;
        await foreach (AuditEntry entry in ReadAsync(AuditFilter.All, cancellation).ConfigureAwait(false))
        {
            count++;
            if (entry.Sequence != count)
            {
                return new AuditVerdict(false, count, count, $"Entry {count} is missing.");
            }

            bool isEnd = count == head.Sequence;
            if (AuditChain.Compute(entry, previous) != entry.Hash || (isEnd && entry.Hash != head.Hash))
            {
                return new AuditVerdict(false, count, count, $"Entry {count} is not what was written.");
            }

            previous = entry.Hash;
        }

        if (count < head.Sequence)
        {
            return new AuditVerdict(false, count, count + 1, $"Entry {count + 1} is missing; there were {head.Sequence}.");
        }

        // Whoever added entries meanwhile has moved the end with them.
        long end = count == head.Sequence ? count : (await ReadHeadAsync(cancellation).ConfigureAwait(false)).Sequence;
        return count > end
            ? new AuditVerdict(false, count, end + 1, $"Entry {end + 1} is behind the end of the trail.")
            : new AuditVerdict(true, count, null, "Every entry is as it was written.");
    }

    private ValueTask<AuditHead> ReadHeadAsync(CancellationToken cancellation)
        => workspace.ReadAsync(transaction => transaction.Audit.GetHeadAsync(cancellation), cancellation);
}

/// <summary>Whether the audit trail is whole.</summary>
/// <param name="IsValid">Whether it is.</param>
/// <param name="Entries">How many entries were looked at.</param>
/// <param name="FirstBroken">The first entry that is not as it was written.</param>
/// <param name="Detail">What is wrong, or that nothing is.</param>
public sealed record AuditVerdict(bool IsValid, long Entries, long? FirstBroken, string Detail);

using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>
/// What the store's own audit trail says was lost. It keeps what each item was before, so nothing has to be looked for.
/// What an undo took away was taken away on purpose and is no loss.
/// </summary>
internal sealed class OwnTrail(Workspace workspace)
{
    // What Exchange calls it when an item goes for good, as this trail's deletions do.
    private const string HardDelete = "HardDelete";

    private readonly Dictionary<(string Place, string ItemId), AuditEntry> _last = [];
    private readonly HashSet<Guid> _undos = [];
    private long _entries;

    public async ValueTask<LossReport> ReadAsync(LossFilter filter, CancellationToken cancellation)
    {
        await foreach (AuditEntry entry in new AuditTrail(workspace).ReadAsync(AuditFilter.All, cancellation).ConfigureAwait(false))
        {
            Follow(entry);
        }

        AuditEntry[] losses = [.. _last.Values.Where(entry => IsLoss(entry) && Accepts(entry, filter)).OrderBy(entry => entry.Sequence)];
        IReadOnlyList<Item?> before = await workspace.ReadAsync(
            transaction => transaction.Contents.FindAsync([.. losses.Select(entry => entry.Before!.Value)], cancellation), cancellation).ConfigureAwait(false);
        Loss[] found = [.. losses.Select((entry, i) => ToLoss(entry, before[i]))];
        return new LossReport
        {
            Losses = found,
            Noted = [],
            Counts = new Dictionary<NoLossReason, long> { [NoLossReason.NotAChange] = _entries - found.Length },
            Records = _entries,
            Entries = _entries,
            Findings = Array.Empty<Finding>(),
        };
    }

    private void Follow(AuditEntry entry)
    {
        _entries++;
        if (entry is { Operation: nameof(RequestKind.Undo), RequestId: { } run })
        {
            _undos.Add(run);
        }
        else if (entry is { ItemId: { } id, Outcome: AuditOutcome.Succeeded } && entry.Target.StartsWith("store:", StringComparison.Ordinal))
        {
            _last[(entry.Target, id)] = entry;
        }
    }

    private bool IsLoss(AuditEntry entry) => entry.Operation == $"Item{ItemAction.Delete}" && !_undos.Contains(entry.RequestId ?? default);

    private static bool Accepts(AuditEntry entry, LossFilter filter)
        => filter.AcceptsTime(entry.At)
            && filter.AcceptsMailbox(Location.Parse(entry.Target).Mailbox, null)
            && filter.AcceptsSubject(entry.Subject)
            && (filter.AcceptsDeed(ToRecord(entry)) || filter.AcceptsDeed(ToRecord(entry) with { Operation = HardDelete }));

    private static RecordReference ToRecord(AuditEntry entry) => new(
        entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), entry.Operation, entry.At, entry.Actor, null, null);

    private static Loss ToLoss(AuditEntry entry, Item? before)
    {
        Location place = Location.Parse(entry.Target);
        return new Loss
        {
            Kind = LossKind.Deleted,
            Mailbox = place.Mailbox,
            Folder = place.Folder,
            Subject = entry.Subject,
            Uid = entry.Uid,
            LostAt = entry.At,
            LastOperation = entry.Operation,
            Record = ToRecord(entry),
            Before = before,
        };
    }
}

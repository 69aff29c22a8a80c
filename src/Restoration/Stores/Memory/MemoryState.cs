using System.Collections.Immutable;
using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Backups.Plans;
using Restoration.Configurations;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Users;

namespace Restoration.Stores.Memory;

/// <summary>All that an in-memory store holds, as a value: a transaction works on its own, and committing it is one assignment.</summary>
internal sealed record MemoryState
{
    public long LastId { get; init; }

    public ImmutableDictionary<ContentHash, Item> Contents { get; init; } = ImmutableDictionary<ContentHash, Item>.Empty;

    public ImmutableSortedDictionary<long, Mailbox> Mailboxes { get; init; } = ImmutableSortedDictionary<long, Mailbox>.Empty;

    public ImmutableSortedDictionary<long, Folder> Folders { get; init; } = ImmutableSortedDictionary<long, Folder>.Empty;

    public ImmutableSortedDictionary<long, (long FolderId, ContentHash Content)> Items { get; init; }
        = ImmutableSortedDictionary<long, (long FolderId, ContentHash Content)>.Empty;

    public ImmutableList<(Backup Backup, ImmutableArray<ContentHash> Items)> Backups { get; init; } = [];

    public ImmutableList<BackupPlan> BackupPlans { get; init; } = [];

    public ImmutableList<BackupCopy> BackupCopies { get; init; } = [];

    public ImmutableDictionary<string, Lease> Leases { get; init; } = ImmutableDictionary<string, Lease>.Empty;

    public ImmutableList<RestoreRequest> Requests { get; init; } = [];

    public ImmutableDictionary<Guid, ImmutableSortedDictionary<long, SourceItem>> Frozen { get; init; }
        = ImmutableDictionary<Guid, ImmutableSortedDictionary<long, SourceItem>>.Empty;

    public ImmutableDictionary<Guid, ImmutableSortedDictionary<long, JournalEntry>> Journal { get; init; }
        = ImmutableDictionary<Guid, ImmutableSortedDictionary<long, JournalEntry>>.Empty;

    public ImmutableList<RestorationUser> Users { get; init; } = [];

    public ImmutableList<RestorationConfiguration> Configurations { get; init; } = [];

    public ImmutableList<AuditEntry> Audit { get; init; } = [];

    public AuditHead AuditHead { get; init; }
}

using Restoration.Items;

namespace Restoration.Losses;

/// <summary>A state of a calendar from before: a backup in the store, or a file.</summary>
internal interface IBackupContent
{
    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>The moment whose state it holds.</summary>
    DateTimeOffset TakenAt { get; }

    /// <summary>The mailbox; null if a file does not say.</summary>
    string? Mailbox { get; }

    /// <summary>The calendar; null if a file does not say.</summary>
    FolderPath? Folder { get; }

    /// <summary>The backup's id; null for a file.</summary>
    Guid? BackupId { get; }

    /// <summary>Its items that have one of these immutable ids or UIDs.</summary>
    ValueTask<IReadOnlyList<Item>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellation);

    /// <summary>All its items.</summary>
    IAsyncEnumerable<Item> ReadAsync(CancellationToken cancellation);
}

using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Stores;

/// <summary>Mailboxes and their folders.</summary>
public interface IFolderStore
{
    /// <summary>The mailboxes that a name fits, without case: GUID, address, user principal name, alias or display name; all for null.</summary>
    ValueTask<IReadOnlyList<Mailbox>> FindMailboxesAsync(string? identity, CancellationToken cancellation);

    /// <summary>Makes a mailbox; its alias is what stands before the <c>@</c>.</summary>
    ValueTask<Mailbox> AddMailboxAsync(string address, Guid mailboxGuid, DateTimeOffset createdAt, CancellationToken cancellation);

    /// <summary>Keeps what a mailbox is now: everything but its GUID, its address and when it was made.</summary>
    ValueTask SetMailboxAsync(Mailbox mailbox, CancellationToken cancellation);

    /// <summary>Removes a mailbox that has no folders.</summary>
    ValueTask RemoveMailboxAsync(long mailboxId, CancellationToken cancellation);

    /// <summary>The folders of a mailbox, or of all, in order of address and path, with their item counts.</summary>
    ValueTask<IReadOnlyList<Folder>> ListAsync(long? mailboxId, CancellationToken cancellation);

    /// <summary>The folders of a mailbox in order of their paths, with their item counts and sizes.</summary>
    ValueTask<IReadOnlyList<Folder>> MeasureAsync(long mailboxId, CancellationToken cancellation);

    /// <summary>
    /// The folders of a mailbox that a path fits, without case and without item counts: the one of this very path,
    /// or, if there is none and the path is a bare name, every folder of that name.
    /// </summary>
    ValueTask<IReadOnlyList<Folder>> FindAsync(long mailboxId, FolderPath path, CancellationToken cancellation);

    /// <summary>Makes a folder; one at the usual place of a well-known folder is that, unless the mailbox has it elsewhere.</summary>
    ValueTask<Folder> AddAsync(Mailbox mailbox, FolderPath path, FolderKind kind, DateTimeOffset createdAt, CancellationToken cancellation);

    /// <summary>Says which of the well-known folders a folder is, or that it is none.</summary>
    ValueTask SetWellKnownAsync(long folderId, WellKnownFolder? wellKnown, CancellationToken cancellation);

    /// <summary>Keeps the properties of the calendar itself.</summary>
    ValueTask SetPropertiesAsync(long folderId, IReadOnlyList<CalendarProperty> properties, CancellationToken cancellation);

    /// <summary>Removes a folder that has no items.</summary>
    ValueTask RemoveAsync(long folderId, CancellationToken cancellation);
}

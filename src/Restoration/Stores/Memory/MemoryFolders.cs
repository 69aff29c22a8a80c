using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Stores.Memory;

internal sealed class MemoryFolders(MemoryTransaction transaction) : IFolderStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask<IReadOnlyList<Mailbox>> FindMailboxesAsync(string? identity, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<Mailbox>>(
            [.. State.Mailboxes.Values.Where(mailbox => identity is null || Fits(mailbox, identity)).OrderBy(mailbox => mailbox.Address, StringComparer.OrdinalIgnoreCase)]);

    public ValueTask<Mailbox> AddMailboxAsync(string address, Guid mailboxGuid, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        Mailbox mailbox = new()
        {
            Id = State.LastId + 1,
            MailboxGuid = mailboxGuid,
            Address = address,
            Alias = address.IndexOf('@', StringComparison.Ordinal) is > 0 and int at ? address[..at] : address,
            DisplayName = address,
            CreatedAt = createdAt,
        };
        State = State with { LastId = mailbox.Id, Mailboxes = State.Mailboxes.Add(mailbox.Id, mailbox) };
        return ValueTask.FromResult(mailbox);
    }

    public ValueTask SetMailboxAsync(Mailbox mailbox, CancellationToken cancellation)
    {
        Mailbox old = State.Mailboxes[mailbox.Id];
        State = State with
        {
            Mailboxes = State.Mailboxes.SetItem(mailbox.Id, mailbox with { MailboxGuid = old.MailboxGuid, Address = old.Address, CreatedAt = old.CreatedAt }),
        };
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveMailboxAsync(long mailboxId, CancellationToken cancellation)
    {
        State = State with { Mailboxes = State.Mailboxes.Remove(mailboxId) };
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Folder>> ListAsync(long? mailboxId, CancellationToken cancellation)
    {
        Dictionary<long, long> counts = State.Items.Values.GroupBy(item => item.FolderId).ToDictionary(group => group.Key, group => group.LongCount());
        return ValueTask.FromResult<IReadOnlyList<Folder>>(
        [
            .. State.Folders.Values.Where(folder => mailboxId is null || folder.MailboxId == mailboxId)
                .OrderBy(folder => folder.Mailbox, StringComparer.OrdinalIgnoreCase)
                .ThenBy(folder => folder.Path.ToString(), StringComparer.OrdinalIgnoreCase)
                .Select(folder => folder with { ItemCount = counts.GetValueOrDefault(folder.Id) }),
        ]);
    }

    public async ValueTask<IReadOnlyList<Folder>> MeasureAsync(long mailboxId, CancellationToken cancellation)
    {
        Dictionary<long, long> sizes = State.Items.Values.GroupBy(item => item.FolderId)
            .ToDictionary(group => group.Key, group => group.Sum(item => State.Contents[item.Content].Size));
        IReadOnlyList<Folder> counted = await ListAsync(mailboxId, cancellation).ConfigureAwait(false);
        return [.. counted.Select(folder => folder with { Size = sizes.GetValueOrDefault(folder.Id) })];
    }

    public ValueTask<IReadOnlyList<Folder>> FindAsync(long mailboxId, FolderPath path, CancellationToken cancellation)
    {
        Folder[] named =
        [
            .. State.Folders.Values.Where(folder => folder.MailboxId == mailboxId
                && string.Equals(folder.Path.Name, path.Name, StringComparison.OrdinalIgnoreCase))
                .OrderBy(folder => folder.Path.ToString(), StringComparer.OrdinalIgnoreCase),
        ];
        Folder[] exact = [.. named.Where(folder => folder.Path == path)];
        return ValueTask.FromResult<IReadOnlyList<Folder>>(exact.Length > 0 ? exact : path.IsBareName ? named : []);
    }

    public ValueTask<Folder> AddAsync(Mailbox mailbox, FolderPath path, FolderKind kind, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        WellKnownFolder? usual = WellKnownFolders.Find(path);
        bool isTaken = State.Folders.Values.Any(other => other.MailboxId == mailbox.Id && other.WellKnown == usual);
        Folder folder = new()
        {
            Id = State.LastId + 1,
            MailboxId = mailbox.Id,
            Mailbox = mailbox.Address,
            Path = path,
            Kind = kind,
            WellKnown = isTaken ? null : usual,
            CreatedAt = createdAt,
        };
        State = State with { LastId = folder.Id, Folders = State.Folders.Add(folder.Id, folder) };
        return ValueTask.FromResult(folder);
    }

    public ValueTask SetWellKnownAsync(long folderId, WellKnownFolder? wellKnown, CancellationToken cancellation)
    {
        State = State with { Folders = State.Folders.SetItem(folderId, State.Folders[folderId] with { WellKnown = wellKnown }) };
        return ValueTask.CompletedTask;
    }

    public ValueTask SetPropertiesAsync(long folderId, IReadOnlyList<CalendarProperty> properties, CancellationToken cancellation)
    {
        State = State with { Folders = State.Folders.SetItem(folderId, State.Folders[folderId] with { Properties = properties }) };
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(long folderId, CancellationToken cancellation)
    {
        State = State with { Folders = State.Folders.Remove(folderId) };
        return ValueTask.CompletedTask;
    }

    private static bool Fits(Mailbox mailbox, string identity) => Guid.TryParse(identity, out Guid guid)
        ? mailbox.MailboxGuid == guid
        : new[] { mailbox.Address, mailbox.UserPrincipalName, mailbox.Alias, mailbox.DisplayName }.Contains(identity, StringComparer.OrdinalIgnoreCase);
}

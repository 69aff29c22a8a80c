using System.Globalization;
using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Destinations;

/// <summary>A calendar of the store, a whole mailbox, or wherever in the store each item was. Made on demand.</summary>
/// <param name="location">Where.</param>
/// <param name="clock">The time.</param>
/// <param name="identifiers">Where new ids come from.</param>
/// <param name="placing">Where in a whole mailbox the items of each folder go; null to put each where it says it was.</param>
public sealed class StoreDestination(Location location, TimeProvider clock, IdentifierSource identifiers, FolderPlacing? placing = null) : IDestination
{
    private const int PageSize = 500;

    private readonly StoreFolders _folders = new(clock, identifiers, isWholeMailbox: location.Kind == LocationKind.Mailbox);
    private IStoreTransaction? _transaction;

    /// <inheritdoc/>
    public Location Location => location;

    /// <inheritdoc/>
    public Durability Durability => Durability.WithStore;

    /// <inheritdoc/>
    public bool NeedsContent => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> CreatedLocations => _folders.Created;

    private IStoreTransaction Transaction => _transaction
        ?? throw new InvalidOperationException("A store destination works inside a transaction only.");

    /// <inheritdoc/>
    public void Enlist(IStoreTransaction transaction)
    {
        _transaction = transaction;
        _folders.Forget();
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Match>> FindAsync(IReadOnlyList<SourceItem> items, CancellationToken cancellation)
    {
        Match[] matches = new Match[items.Count];
        Array.Fill(matches, Match.None);
        foreach (IGrouping<Location, int> place in Enumerable.Range(0, items.Count).GroupBy(i => PlaceOf(items[i])))
        {
            if (await _folders.FindAsync(Transaction, place.Key, cancellation).ConfigureAwait(false) is not { } folder)
            {
                continue;
            }

            int[] indexes = [.. place];
            ItemKey[] keys = [.. indexes.Select(i => items[i].Item!.Key)];
            IReadOnlyList<Match> found = await Transaction.Items.FindAsync(folder, keys, cancellation).ConfigureAwait(false);
            for (int i = 0; i < indexes.Length; i++)
            {
                matches[indexes[i]] = found[i];
            }
        }

        return matches;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ExistingItem?>> GetAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        IReadOnlyList<StoredItem?> items = await Transaction.Items.GetAsync([.. ids.Select(Number)], cancellation).ConfigureAwait(false);
        return [.. items.Select(item => item is null ? null : new ExistingItem(Text(item.Id), item.Item))];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExistingItem> ReadAsync(Location? origin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await _folders.FindAsync(Transaction, PlaceOf(origin, null), cancellation).ConfigureAwait(false) is not { } folder)
        {
            yield break;
        }

        IReadOnlyList<StoredItem> page;
        long after = 0;
        do
        {
            page = await Transaction.Items.ReadAsync(folder, after, PageSize, cancellation).ConfigureAwait(false);
            foreach (StoredItem item in page)
            {
                yield return new ExistingItem(Text(item.Id), item.Item);
                after = item.Id;
            }
        }
        while (page.Count == PageSize);
    }

    /// <inheritdoc/>
    public async ValueTask<Item> LoadAsync(ExistingItem existing, CancellationToken cancellation)
        => (await Transaction.Contents.LoadAsync([existing.Item], cancellation).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public async ValueTask PrepareAsync(CancellationToken cancellation)
    {
        if (location.Kind == LocationKind.Store)
        {
            await _folders.EnsureAsync(Transaction, location, FolderKind.Calendar, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ExistingItem> CreateAsync(SourceItem item, string? id, CancellationToken cancellation)
    {
        Location place = PlaceOf(item);
        long folder = await _folders.EnsureAsync(Transaction, place, KindOf(item, place), cancellation).ConfigureAwait(false);
        long number = await Transaction.Items
            .AddAsync(folder, item.Item!, id is null ? null : Number(id), cancellation).ConfigureAwait(false);
        return new ExistingItem(Text(number), item.Item!);
    }

    /// <inheritdoc/>
    public ValueTask<ExistingItem> ReplaceAsync(ExistingItem existing, Item item, CancellationToken cancellation)
        => UpdateAsync(existing, item, cancellation);

    /// <inheritdoc/>
    public async ValueTask<ExistingItem> UpdateAsync(ExistingItem existing, Item item, CancellationToken cancellation)
    {
        await Transaction.Items.SetAsync(Number(existing.Id), item, cancellation).ConfigureAwait(false);
        return existing with { Item = item };
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(ExistingItem existing, CancellationToken cancellation)
        => Transaction.Items.DeleteAsync(Number(existing.Id), cancellation);

    /// <inheritdoc/>
    public ValueTask CompleteAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public Location PlaceOf(SourceItem item) => PlaceOf(item.Origin, item.Item?.Subject ?? item.Subject);

    private Location PlaceOf(Location? origin, string? subject) => location.Kind == LocationKind.Store ? location
        : origin is not null ? placing?.PlaceOf(origin.Folder) ?? origin
        : throw new RestorationException(
            FailureCode.InvalidLocation, $"Nothing says where '{subject}' was. Name a destination.", subject);

    private FolderKind KindOf(SourceItem item, Location place)
        => placing is not null && item.Origin is { } origin ? placing.KindOf(origin.Folder)
            : location.Kind != LocationKind.Mailbox ? FolderKind.Calendar
            : WellKnownFolders.Find(place.Folder) is { } known ? WellKnownFolders.KindOf(known)
            : KindFor(item.Item!);

    // A folder that has to be made is for what the first item of it is.
    private static FolderKind KindFor(Item item) => MessageKinds.Of(item.ItemClass) switch
    {
        MessageKind.Calendar => FolderKind.Calendar,
        MessageKind.Contact => FolderKind.Contacts,
        MessageKind.Task => FolderKind.Tasks,
        MessageKind.Note => FolderKind.Notes,
        MessageKind.Journal => FolderKind.Journal,
        _ => FolderKind.Mail,
    };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}

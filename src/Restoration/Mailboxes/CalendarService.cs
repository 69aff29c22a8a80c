using System.Runtime.CompilerServices;
using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Files;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Mailboxes;

/// <summary>The calendars of the store and what is in them.</summary>
public sealed class CalendarService(Workspace workspace)
{
    private const int PageSize = 500;

    /// <summary>The calendars whose mailbox and path fit the patterns, in order.</summary>
    /// <param name="mailbox">A mailbox, or a pattern; null for all. A name without wildcards has to exist.</param>
    /// <param name="calendar">A path or name, or a pattern; null for all. A name without wildcards has to exist.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<Folder>> ListAsync(string? mailbox, string? calendar, CancellationToken cancellation)
    {
        await DemandReadAsync($"store:{mailbox ?? "*"}/{calendar ?? "*"}", cancellation).ConfigureAwait(false);
        return await workspace.ReadAsync<IReadOnlyList<Folder>>(
            async transaction =>
            {
                Mailbox? owner = mailbox is null || Wildcard.HasWildcard(mailbox)
                    ? null
                    : await MailboxDirectory.GetMailboxAsync(transaction, mailbox, cancellation).ConfigureAwait(false);
                IReadOnlyList<Folder> all = await transaction.Folders.ListAsync(owner?.Id, cancellation).ConfigureAwait(false);
                Folder[] folders = [.. all.Where(folder => folder.Kind == FolderKind.Calendar)];
                if (owner is not null && calendar is not null && !Wildcard.HasWildcard(calendar))
                {
                    Folder named = await MailboxDirectory
                        .GetFolderAsync(transaction, owner.Address, FolderPath.Parse(calendar), cancellation).ConfigureAwait(false);
                    return [.. folders.Where(folder => folder.Id == named.Id)];
                }

                return
                [
                    .. folders.Where(folder => (mailbox is null || owner is not null || Wildcard.IsMatch(mailbox, folder.Mailbox))
                        && (calendar is null || Wildcard.IsMatch(calendar, folder.Path.ToString()) || Wildcard.IsMatch(calendar, folder.Path.Name))),
                ];
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The one calendar of this mailbox and name, with the number of its items.</summary>
    public async ValueTask<Folder> GetAsync(string mailbox, FolderPath calendar, CancellationToken cancellation)
    {
        await DemandReadAsync($"store:{mailbox}/{calendar}", cancellation).ConfigureAwait(false);
        return await workspace.ReadAsync(
            transaction => MailboxDirectory.GetCountedFolderAsync(transaction, mailbox, calendar, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes a calendar, and its mailbox if that is missing.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.AlreadyExists"/>.</exception>
    public async ValueTask<Folder> CreateAsync(string mailbox, FolderPath calendar, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ManageCalendar, $"store:{mailbox}/{calendar}", null, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(transaction => CreateAsync(transaction, mailbox, calendar, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a calendar that has no items any more.</summary>
    public async ValueTask RemoveAsync(Folder calendar, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ManageCalendar, calendar.Location.ToString(), null, cancellation).ConfigureAwait(false);
        await workspace.WriteAsync(
            async transaction =>
            {
                await transaction.Folders.RemoveAsync(calendar.Id, cancellation).ConfigureAwait(false);
                await AuditTrail.WriteAsync(workspace, transaction, "CalendarRemove", calendar.Location.ToString(), null, cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// What it takes to remove items of a calendar: a request, journaled, that can be undone. A series takes its changed
    /// occurrences with it, whatever the filter says of those; one of them alone leaves the series as it is.
    /// </summary>
    public async ValueTask<RequestDraft> DraftRemovalAsync(Folder calendar, ItemFilter filter, CancellationToken cancellation) => new()
    {
        Kind = RequestKind.Removal,
        Source = calendar.Location,
        Destination = calendar.Location,
        Options = new RequestOptions { Filter = filter with { WholeSeries = await FindSeriesAsync(calendar, filter, cancellation).ConfigureAwait(false) } },
    };

    /// <summary>The items of a calendar that fit, with their content, in the order in which they came.</summary>
    public async IAsyncEnumerable<StoredItem> ReadAsync(
        Folder calendar, ItemFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await DemandReadAsync(calendar.Location.ToString(), cancellation).ConfigureAwait(false);
        long after = 0;
        while (true)
        {
            IReadOnlyList<StoredItem> page = await ReadPageAsync(calendar, after, cancellation).ConfigureAwait(false);
            foreach (StoredItem item in page)
            {
                if (filter.Accepts(item.Item, workspace.Codec))
                {
                    yield return item;
                }
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>When the appointments of a calendar take place, in the order of the starts.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="query">Which occurrences.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public ValueTask<IReadOnlyList<ItemOccurrence>> ExpandAsync(Folder calendar, OccurrenceQuery query, CancellationToken cancellation)
        => new OccurrenceSearch(workspace.Codec, query).FindAsync(ItemsAsync(calendar, cancellation), cancellation);

    private ValueTask DemandReadAsync(string target, CancellationToken cancellation)
        => workspace.Access.DemandAsync(Permission.ReadCalendar, target, null, cancellation);

    private async ValueTask<Folder> CreateAsync(IStoreTransaction transaction, string mailbox, FolderPath calendar, CancellationToken cancellation)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        Mailbox owner = await MailboxDirectory.FindMailboxAsync(transaction, mailbox, cancellation).ConfigureAwait(false)
            ?? await transaction.Folders.AddMailboxAsync(mailbox.Trim(), workspace.Identifiers.NewId(), now, cancellation).ConfigureAwait(false);
        IReadOnlyList<Folder> folders = await transaction.Folders.FindAsync(owner.Id, calendar, cancellation).ConfigureAwait(false);
        if (folders.Any(folder => folder.Path == calendar))
        {
            throw new RestorationException(
                FailureCode.AlreadyExists, $"The mailbox '{owner.Address}' has a calendar '{calendar}' already.", $"store:{owner.Address}/{calendar}");
        }

        Folder made = await transaction.Folders.AddAsync(owner, calendar, FolderKind.Calendar, now, cancellation).ConfigureAwait(false);
        await AuditTrail.WriteAsync(workspace, transaction, "CalendarCreate", made.Location.ToString(), null, cancellation).ConfigureAwait(false);
        return made;
    }

    private async IAsyncEnumerable<Item> ItemsAsync(Folder calendar, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (StoredItem item in ReadAsync(calendar, ItemFilter.All, cancellation).ConfigureAwait(false))
        {
            yield return item.Item;
        }
    }

    private async ValueTask<HashSet<string>> FindSeriesAsync(Folder calendar, ItemFilter filter, CancellationToken cancellation)
    {
        HashSet<string> series = new(StringComparer.Ordinal);
        if (!filter.IsEmpty)
        {
            await foreach (StoredItem fitting in ReadAsync(calendar, filter, cancellation).ConfigureAwait(false))
            {
                if (fitting.Item is { IsSeries: true, Key: { Uid: { } uid, RecurrenceId: null } })
                {
                    series.Add(uid);
                }
            }
        }

        return series;
    }

    private ValueTask<IReadOnlyList<StoredItem>> ReadPageAsync(Folder calendar, long after, CancellationToken cancellation)
        => workspace.ReadAsync<IReadOnlyList<StoredItem>>(
            async transaction =>
            {
                IReadOnlyList<StoredItem> bare = await transaction.Items.ReadAsync(calendar.Id, after, PageSize, cancellation).ConfigureAwait(false);
                IReadOnlyList<Item> items = await transaction.Contents.LoadAsync([.. bare.Select(item => item.Item)], cancellation).ConfigureAwait(false);
                return [.. bare.Select((item, i) => item with { Item = items[i] })];
            },
            cancellation);
}

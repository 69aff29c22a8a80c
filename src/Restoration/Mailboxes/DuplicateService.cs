using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Mailboxes;

/// <summary>Finds the appointments that calendars hold more than once, and drafts the removal of those that somebody chose.</summary>
public sealed class DuplicateService(Workspace workspace)
{
    /// <summary>The groups of appointments that are as good as the same, one after the other, each with its first one first.</summary>
    /// <param name="calendars">The calendars.</param>
    /// <param name="filter">Which of their appointments.</param>
    /// <param name="level">How much alike they have to be.</param>
    /// <param name="acrossMailboxes">
    /// Whether appointments of different mailboxes count as duplicates. Everybody who is invited to a meeting has a copy of it,
    /// so that they usually do not.
    /// </param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: at this level, nothing is a duplicate.</exception>
    public async ValueTask<IReadOnlyList<DuplicateAppointment>> FindAsync(
        IReadOnlyList<Folder> calendars, ItemFilter filter, DuplicateDetection level, bool acrossMailboxes, CancellationToken cancellation)
    {
        if (level == DuplicateDetection.None)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, "At the level None nothing is a duplicate. Search at Exact, Strict, Normal or Loose.", nameof(level));
        }

        List<DuplicateAppointment> found = [];
        foreach (IGrouping<string, Folder> place in calendars.GroupBy(calendar => acrossMailboxes ? "" : calendar.Mailbox))
        {
            DuplicateGroups groups = new(SimilarityRule.Of(level));
            foreach (PlacedItem item in await ReadAsync(place, filter, cancellation).ConfigureAwait(false))
            {
                groups.Add(item);
            }

            found.AddRange(groups.Describe(found.Count == 0 ? 1 : found[^1].Group + 1));
        }

        return found;
    }

    /// <summary>What it takes to remove the chosen ones: a request for each calendar, journaled, that can be undone.</summary>
    /// <param name="chosen">The appointments to remove; of each group at least one has to stay.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidArgument"/>: nothing of a group would be left;
    /// <see cref="FailureCode.AppointmentNotFound"/>: one is not there any more, or is another one by now.
    /// </exception>
    public async ValueTask<IReadOnlyList<RequestDraft>> DraftRemovalAsync(IReadOnlyList<DuplicateAppointment> chosen, CancellationToken cancellation)
    {
        if (chosen.GroupBy(one => one.Group).FirstOrDefault(group => group.Select(one => one.Position).Distinct().Count() >= group.First().GroupSize) is { } whole)
        {
            DuplicateAppointment first = whole.First();
            throw new RestorationException(
                FailureCode.InvalidArgument, $"Nothing would be left of group {first.Group}, '{first.Subject}' {first.Start}. Leave out the one to keep.", first.Subject);
        }

        List<RequestDraft> drafts = [];
        foreach (IGrouping<(string Mailbox, string Calendar), DuplicateAppointment> place in chosen.GroupBy(one => (one.Mailbox, one.Calendar)))
        {
            Folder calendar = await new CalendarService(workspace)
                .GetAsync(place.Key.Mailbox, FolderPath.Parse(place.Key.Calendar), cancellation).ConfigureAwait(false);
            drafts.Add(new RequestDraft
            {
                Kind = RequestKind.Removal,
                Source = calendar.Location,
                Destination = calendar.Location,
                Options = new RequestOptions { Items = await FindItemsAsync(calendar, [.. place], cancellation).ConfigureAwait(false) },
            });
        }

        return drafts;
    }

    // A series takes its changed occurrences along, unless a series of the same UID stays.
    private async ValueTask<IReadOnlyList<long>> FindItemsAsync(Folder calendar, IReadOnlyList<DuplicateAppointment> chosen, CancellationToken cancellation)
    {
        Dictionary<long, DuplicateAppointment> wanted = [];
        foreach (DuplicateAppointment one in chosen)
        {
            wanted[one.ItemId] = one;
        }

        HashSet<long> found = [];
        HashSet<string> going = new(StringComparer.Ordinal);
        HashSet<string> staying = new(StringComparer.Ordinal);
        List<(long Id, string Uid)> occurrences = [];
        IAsyncEnumerable<StoredItem> items = StorePages.ReadAsync(
            workspace.Store, (transaction, after, limit, token) => transaction.Items.ReadAsync(calendar.Id, after, limit, token), item => item.Id, cancellation);
        await foreach (StoredItem stored in items.ConfigureAwait(false))
        {
            ItemKey key = stored.Item.Key;
            bool isChosen = wanted.TryGetValue(stored.Id, out DuplicateAppointment? one)
                && (one.Uid, one.RecurrenceId, one.Subject) == (key.Uid, key.RecurrenceId, stored.Item.Subject);
            if (isChosen)
            {
                found.Add(stored.Id);
            }

            if (key is { Uid: { } uid, RecurrenceId: null } && stored.Item.IsSeries)
            {
                (isChosen ? going : staying).Add(uid);
            }
            else if (key is { Uid: { } master, RecurrenceId: not null })
            {
                occurrences.Add((stored.Id, master));
            }
        }

        if (chosen.FirstOrDefault(one => !found.Contains(one.ItemId)) is { } gone)
        {
            throw new RestorationException(
                FailureCode.AppointmentNotFound, $"'{gone.Subject}' {gone.Start} of '{calendar.Location}' has gone or changed since the search. Search again.", gone.Subject);
        }

        found.UnionWith(occurrences.Where(one => going.Contains(one.Uid) && !staying.Contains(one.Uid)).Select(one => one.Id));
        return [.. found.Order()];
    }

    // Those that would be kept come first, so that each group begins with its best.
    private async ValueTask<IEnumerable<PlacedItem>> ReadAsync(IEnumerable<Folder> calendars, ItemFilter filter, CancellationToken cancellation)
    {
        List<PlacedItem> items = [];
        foreach (Folder calendar in calendars)
        {
            await foreach (StoredItem stored in new CalendarService(workspace).ReadAsync(calendar, filter, cancellation).ConfigureAwait(false))
            {
                if (stored.Item.ItemClass == ItemClasses.Appointment)
                {
                    items.Add(new PlacedItem(calendar, stored with { Item = stored.Item with { Content = default } }));
                }
            }
        }

        return items
            .OrderByDescending(item => item.Stored.Item.Sequence)
            .ThenByDescending(item => item.Stored.Item.LastModified ?? DateTimeOffset.MinValue)
            .ThenBy(item => item.Stored.Id);
    }
}

/// <summary>An item and the calendar that it is in.</summary>
internal sealed record PlacedItem(Folder Calendar, StoredItem Stored);

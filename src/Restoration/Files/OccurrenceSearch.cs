using Restoration.Items;

namespace Restoration.Files;

/// <summary>
/// Finds the first occurrences of many items. Series and overrides are kept until the last item was read, because an override may
/// stand before its series; of everything else only the occurrences that may still be among the first.
/// </summary>
internal sealed class OccurrenceSearch(IItemCodec codec, OccurrenceQuery query)
{
    // The latest first, so that it is the one that an earlier one pushes out.
    private readonly PriorityQueue<ItemOccurrence, (long Start, long Order)> _first = new(
        Comparer<(long Start, long Order)>.Create((one, other) => other.CompareTo(one)));
    private readonly Dictionary<string, List<Item>> _overrides = new(StringComparer.Ordinal);
    private readonly List<Item> _series = [];
    private long _order;

    public async ValueTask<IReadOnlyList<ItemOccurrence>> FindAsync(IAsyncEnumerable<Item> items, CancellationToken cancellation)
    {
        await foreach (Item item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            Take(item);
        }

        foreach (Item series in _series)
        {
            string uid = series.Key.Uid ?? "";
            IReadOnlyList<Item> overrides = _overrides.TryGetValue(uid, out List<Item>? own) ? own : [];
            _overrides.Remove(uid);
            Expand(series, overrides, isSeries: true);
        }

        RemoveOverriddenSingles();
        foreach (Item orphan in _overrides.Values.SelectMany(orphans => orphans))
        {
            Expand(orphan, [], isSeries: true);
        }

        ItemOccurrence[] found = new ItemOccurrence[_first.Count];
        for (int index = found.Length - 1; index >= 0; index--)
        {
            found[index] = _first.Dequeue();
        }

        return found;
    }

    private void Take(Item item)
    {
        if (item.ItemClass != ItemClasses.Appointment)
        {
            return;
        }

        if (item.Key.RecurrenceId is not null)
        {
            string uid = item.Key.Uid ?? "";
            if (!_overrides.TryGetValue(uid, out List<Item>? others))
            {
                _overrides[uid] = others = [];
            }

            others.Add(item);
        }
        else if (item.IsSeries)
        {
            _series.Add(item);
        }
        else
        {
            Expand(item, [], isSeries: false);
        }
    }

    // An appointment that does not recur has one occurrence, which an override replaces like any other (RFC 5545 §3.8.4.4).
    private void RemoveOverriddenSingles()
    {
        ILookup<string, CalendarTime> replaced = _overrides
            .SelectMany(pair => pair.Value, (pair, item) => (Uid: pair.Key, Id: codec.Decode(item).RecurrenceId))
            .Where(pair => pair.Id is not null)
            .ToLookup(pair => pair.Uid, pair => pair.Id!.Value, StringComparer.Ordinal);
        if (replaced.Count == 0)
        {
            return;
        }

        (ItemOccurrence Element, (long Start, long Order) Priority)[] found = [.. _first.UnorderedItems];
        _first.Clear();
        _first.EnqueueRange(found.Where(entry => entry.Element.RecurrenceId is not null || !replaced[entry.Element.Uid ?? ""].Any(id => Names(id, entry.Element.Start))));
    }

    // Some write a date to override an occurrence that has a time.
    private static bool Names(CalendarTime id, CalendarTime start)
        => id.SortKey == start.SortKey || (id.Kind == TimeKind.Date && id.Local == start.Local.Date);

    private void Expand(Item item, IReadOnlyList<Item> overrides, bool isSeries)
    {
        Appointment? own = null;
        foreach (Occurrence occurrence in codec.Expand(item, overrides, query.From, query.To))
        {
            (long Start, long Order) place = (occurrence.Start.SortKey.UtcTicks, ++_order);
            if (_first.Count >= query.Limit)
            {
                if (query.Limit == 0 || !_first.TryPeek(out _, out (long Start, long Order) last) || place.CompareTo(last) >= 0)
                {
                    return;
                }

                _first.Dequeue();
            }

            own ??= codec.Decode(item);
            bool isOrphan = item.Key.RecurrenceId is not null;
            Appointment shown = occurrence.Override ?? own;
            _first.Enqueue(
                new ItemOccurrence(
                    item.Key.Uid,
                    occurrence.Start,
                    occurrence.End,
                    isOrphan ? own.RecurrenceId : isSeries ? occurrence.RecurrenceId : null,
                    occurrence.IsOverridden || isOrphan,
                    shown.Subject,
                    shown.Status),
                place);
        }
    }
}

using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Mailboxes;

/// <summary>
/// Puts items that are as good as the same together. Each joins the group whose first item it is most like; so no chain of small
/// differences leads from one appointment to quite another.
/// </summary>
/// <param name="rule">When items without a common key are alike; null if only keys count.</param>
internal sealed class DuplicateGroups(SimilarityRule? rule)
{
    private readonly List<List<Member>> _groups = [];
    private readonly Dictionary<object, List<Member>> _byKey = [];
    private readonly Dictionary<long, List<List<Member>>> _byHour = [];

    /// <summary>Adds an item to the group that it belongs to, or begins one.</summary>
    public void Add(PlacedItem item)
    {
        ComparedItem? compared = ComparedItem.Of(item.Stored.Item);
        if ((FindByKey(item) ?? FindAlike(compared)) is { } found)
        {
            found.Group.Add(new Member(item, found.Rung, found.Score));
            return;
        }

        List<Member> begun = [new Member(item, null, 1)];
        _groups.Add(begun);
        foreach ((_, object key) in KeysOf(item.Stored.Item.Key))
        {
            _byKey.TryAdd(key, begun);
        }

        if (rule is not null && compared is { } own)
        {
            long hour = HourOf(own.Start);
            if (!_byHour.TryGetValue(hour, out List<List<Member>>? groups))
            {
                _byHour.Add(hour, groups = []);
            }

            groups.Add(begun);
        }
    }

    /// <summary>The groups of more than one, in the order of the starts.</summary>
    /// <param name="number">The number of the first group.</param>
    public IEnumerable<DuplicateAppointment> Describe(int number) => _groups
        .Where(group => group.Count > 1)
        .OrderBy(group => group[0].Item.Stored.Item.Start?.SortKey)
        .ThenBy(group => group[0].Item.Stored.Id)
        .SelectMany((group, i) => group.Select((member, position) => Describe(member, group, number + i, position + 1)));

    private (List<Member> Group, MatchRung? Rung, double Score)? FindByKey(PlacedItem item)
    {
        foreach ((MatchRung rung, object key) in KeysOf(item.Stored.Item.Key))
        {
            if (_byKey.TryGetValue(key, out List<Member>? group))
            {
                return (group, rung, 1);
            }
        }

        return null;
    }

    private (List<Member> Group, MatchRung? Rung, double Score)? FindAlike(ComparedItem? compared)
    {
        if (rule is null || compared is not { } wanted)
        {
            return null;
        }

        (List<Member>? Group, double Score) best = (null, 0);
        for (long hour = HourOf(wanted.Start) - 1; hour <= HourOf(wanted.Start) + 1; hour++)
        {
            foreach (List<Member> other in _byHour.GetValueOrDefault(hour, []))
            {
                double score = Similarity.Score(ComparedItem.Of(other[0].Item.Stored.Item)!.Value, wanted, rule.Tolerance) ?? 0;
                best = score >= rule.Threshold && score > best.Score ? (other, score) : best;
            }
        }

        return best.Group is { } group ? (group, MatchRung.Similarity, best.Score) : null;
    }

    private static IEnumerable<(MatchRung Rung, object Key)> KeysOf(ItemKey key)
    {
        if (key.ImmutableId is { } id)
        {
            yield return (MatchRung.ImmutableId, id);
        }

        if (key.Uid is { } uid)
        {
            yield return (MatchRung.Uid, (uid, key.RecurrenceId));
        }

        yield return (MatchRung.NaturalKey, (key.NaturalKey, key.RecurrenceId));
    }

    private static long HourOf(DateTimeOffset start) => start.UtcTicks / SimilarityRule.LongestTolerance.Ticks;

    private static DuplicateAppointment Describe(Member member, List<Member> group, int number, int position)
    {
        Item item = member.Item.Stored.Item;
        return new DuplicateAppointment
        {
            Group = number,
            Position = position,
            GroupSize = group.Count,
            Score = member.Score,
            MatchedBy = member.Rung,
            IsIdentical = item.ComparisonHash == group[0].Item.Stored.Item.ComparisonHash,
            Mailbox = member.Item.Calendar.Mailbox,
            Calendar = member.Item.Calendar.Calendar,
            ItemId = member.Item.Stored.Id,
            Subject = item.Subject,
            Start = item.Start,
            End = item.End,
            Uid = item.Key.Uid,
            RecurrenceId = item.Key.RecurrenceId,
            LastModified = item.LastModified,
        };
    }

    private sealed record Member(PlacedItem Item, MatchRung? Rung, double Score);
}

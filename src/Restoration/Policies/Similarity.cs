using Restoration.Items;

namespace Restoration.Policies;

/// <summary>How much alike two appointments are. Pure.</summary>
public static class Similarity
{
    private const double SubjectWeight = 0.8;

    /// <summary>
    /// The score, from 0 to 1: four fifths for how much alike the subjects are, one fifth for how near the starts are to each
    /// other within two hours. Null where nothing makes them comparable: another length, another kind, or starts that are
    /// further apart than the tolerance.
    /// </summary>
    public static double? Score(ComparedItem left, ComparedItem right, TimeSpan tolerance)
    {
        TimeSpan apart = (left.Start - right.Start).Duration();
        if (apart > tolerance || left.Length != right.Length || left.Kind != right.Kind || left.Clock != right.Clock)
        {
            return null;
        }

        double near = 1 - (apart / (2 * SimilarityRule.LongestTolerance));
        return (SubjectWeight * SubjectText.Likeness(left.Subject, right.Subject)) + ((1 - SubjectWeight) * near);
    }
}

/// <summary>As much of an appointment as its likeness to others takes.</summary>
/// <param name="Subject">The subject, without what does not count.</param>
/// <param name="Start">When it starts; a date or floating time as if it were UTC.</param>
/// <param name="Length">How long it takes.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Clock">Whether it is bound to a day, to the clock, or to an instant.</param>
public readonly record struct ComparedItem(string Subject, DateTimeOffset Start, TimeSpan Length, ItemKind Kind, ClockBinding Clock)
{
    /// <summary>What is compared of an item; null for one without a start, which is like no other.</summary>
    public static ComparedItem? Of(Item item) => item.Start is not { } start
        ? null
        : new ComparedItem(
            SubjectText.Normalize(item.Subject),
            start.SortKey,
            (item.End ?? start).SortKey - start.SortKey,
            ItemKinds.Of(item),
            item.IsAllDay ? ClockBinding.Day : start.Instant is null ? ClockBinding.Clock : ClockBinding.Instant);
}

/// <summary>What the time of an appointment is bound to.</summary>
public enum ClockBinding
{
    /// <summary>An instant.</summary>
    Instant,

    /// <summary>The reading of the clock, wherever that is.</summary>
    Clock,

    /// <summary>Whole days.</summary>
    Day,
}

using System.Diagnostics.CodeAnalysis;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// Rules that were read lately. Calendars repeat a few rules over and over, and an item is asked for its rule more than once.
/// Bounded, and safe to use from several threads: an entry never changes.
/// </summary>
internal static class RecentRules
{
    private const int Slots = 256;
    private const int LongestKept = 128;

    private static readonly Entry?[] Kept = new Entry?[Slots];

    /// <inheritdoc cref="RecurrenceRule.TryParse(ReadOnlySpan{char}, out RecurrenceRule?, out string?)"/>
    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? error)
    {
        if (text.Length > LongestKept)
        {
            return RuleReader.TryRead(text, out rule, out error);
        }

        ref Entry? slot = ref Kept[string.GetHashCode(text) & (Slots - 1)];
        Entry? entry = Volatile.Read(ref slot);
        if (entry is null || !text.SequenceEqual(entry.Text))
        {
            RuleReader.TryRead(text, out rule, out error);
            entry = new Entry(text.ToString(), rule, error);
            Volatile.Write(ref slot, entry);
        }

        (rule, error) = (entry.Rule, entry.Error);
        return rule is not null;
    }

    private sealed record Entry(string Text, RecurrenceRule? Rule, string? Error);
}

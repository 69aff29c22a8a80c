using System.Globalization;
using System.Numerics;
using Restoration.Failures;

namespace Restoration.Schedules;

/// <summary>One field of a cron expression: which of its values fit.</summary>
/// <param name="Bits">A bit a value.</param>
/// <param name="StartsWithStar">Whether it begins with <c>*</c>, which decides how the two day fields go together (crontab(5)).</param>
internal readonly record struct CronField(ulong Bits, bool StartsWithStar)
{
    /// <summary>The values that fit, in order.</summary>
    public IEnumerable<int> Values
    {
        get
        {
            for (ulong rest = Bits; rest != 0; rest &= rest - 1)
            {
                yield return BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <summary>How many values fit.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Whether a value fits.</summary>
    public bool Contains(int value) => (Bits & (1UL << value)) != 0;

    /// <summary>Reads a field: <c>*</c>, values, names, ranges, steps and lists of them.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public static CronField Parse(string text, CronFieldKind kind)
    {
        ulong bits = 0;
        foreach (string part in text.Split(','))
        {
            bits |= ParsePart(part, text, kind);
        }

        return new CronField(kind.Fold(bits), text.StartsWith('*'));
    }

    private static ulong ParsePart(string part, string text, CronFieldKind kind)
    {
        string[] stepped = part.Split('/');
        string range = stepped[0];
        int step = 1;
        if (stepped.Length > 2 || (stepped.Length == 2 && (!TryParse(stepped[1], out step) || step == 0)))
        {
            throw Malformed(part, text, kind, "a step is one number from 1 up after a slash");
        }

        (int first, int last) = range == "*" ? (kind.First, kind.Last) : ParseRange(range, text, kind);
        if (stepped.Length == 2 && range != "*" && !range.Contains('-', StringComparison.Ordinal))
        {
            throw Malformed(part, text, kind, $"a step needs '*' or a range, such as {range}-{kind.Last}/{step}");
        }

        ulong bits = 0;
        for (int value = first; value <= last; value += step)
        {
            bits |= 1UL << value;
        }

        return bits;
    }

    private static (int First, int Last) ParseRange(string range, string text, CronFieldKind kind)
    {
        string[] ends = range.Split('-');
        int first = ParseValue(ends[0], text, kind);
        int last = ends.Length switch
        {
            1 => first,
            2 => ParseValue(ends[1], text, kind),
            _ => throw Malformed(range, text, kind, "a range has two ends"),
        };

        // Sunday ends a week as 7 and begins one as 0.
        last = kind == CronFieldKind.Weekday && last == 0 && ends.Length == 2 && first > 0 ? 7 : last;
        return first <= last ? (first, last) : throw Malformed(range, text, kind, "a range goes up; write two, joined by a comma");
    }

    private static int ParseValue(string value, string text, CronFieldKind kind)
    {
        int name = kind.Names.ToList().FindIndex(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
        if (name >= 0)
        {
            return name + kind.First;
        }

        return TryParse(value, out int number) && number >= kind.First && number <= kind.Last
            ? number
            : throw Malformed(value, text, kind, $"values go from {kind.First} to {kind.Last}{(kind.Names.Count > 0 ? $", or {kind.Names[0]} to {kind.Names[^1]}" : "")}");
    }

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static RestorationException Malformed(string part, string text, CronFieldKind kind, string why)
        => new(FailureCode.InvalidArgument, $"'{part}' is no {kind.Name} of a cron expression: {why}.", text);
}

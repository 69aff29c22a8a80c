namespace Restoration.Items;

/// <summary>
/// Reads <c>2026-11-03T09:00:00</c> (ISO 8601, extended form). Every item has several of these, and the formats of
/// <see cref="DateTime"/> compare each dash by the rules of a language.
/// </summary>
public static class IsoClock
{
    /// <summary>The length of what is read.</summary>
    public const int Length = 19;

    /// <summary>Reads the clock that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clock">The reading, of no kind.</param>
    /// <returns>False if the text does not begin with one.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime clock)
    {
        clock = default;
        if (text.Length < Length || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        int year = (Number(text, 0) * 100) + Number(text, 2);
        int month = Number(text, 5);
        int day = Number(text, 8);
        int hour = Number(text, 11);
        int minute = Number(text, 14);
        int second = Number(text, 17);
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59
            || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        clock = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    // So far below nothing that no second number brings it back.
    private static int Number(ReadOnlySpan<char> text, int at)
        => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -10_000;
}

using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Text;

/// <summary>A date or time in ISO 8601, as JSON and tables have it: extended or basic, with or without seconds, fractions and an offset.</summary>
/// <param name="Value">The clock reading; of an offset other than zero, still the reading there. Fractions of a second are cut off.</param>
/// <param name="Offset">The offset, if one is written.</param>
internal readonly record struct IsoTime(TimeValue Value, TimeSpan? Offset)
{
    /// <summary>Whether nothing says what the reading means: neither a date, nor an offset, nor a Z.</summary>
    public bool IsNaive => !Value.IsDate && !Value.IsUtc;

    /// <summary>Reads a time.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out IsoTime time)
    {
        time = default;
        text = text.Trim(" \t"u8);
        if (!TryTakeOffset(ref text, out TimeSpan? offset))
        {
            return false;
        }

        int fraction = text.IndexOfAny((byte)'.', (byte)',');
        if (fraction >= 0)
        {
            ReadOnlySpan<byte> digits = text[(fraction + 1)..];
            bool isUtc = digits is [.., (byte)'Z' or (byte)'z'];
            digits = isUtc ? digits[..^1] : digits;
            if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !TimeValue.TryParse(text[..fraction], out TimeValue whole) || whole.IsDate || whole.IsUtc)
            {
                return false;
            }

            time = new IsoTime(whole with { IsUtc = isUtc }, offset);
        }
        else if (TimeValue.TryParse(text, out TimeValue value))
        {
            time = new IsoTime(value, offset);
        }
        else
        {
            return false;
        }

        return offset is null ? true : !time.Value.IsDate && !time.Value.IsUtc && time.TryMoveToUtc(out time);
    }

    /// <summary>Writes a value: <c>2026-11-03</c>, <c>2026-11-03T09:00:00</c> or <c>2026-11-03T09:00:00Z</c>.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Write(in TimeValue value, Span<byte> target)
    {
        int length = TwoDigits(target, 0, value.Local.Year / 100);
        length = TwoDigits(target, length, value.Local.Year % 100);
        length = TwoDigits(target, length, value.Local.Month, (byte)'-');
        length = TwoDigits(target, length, value.Local.Day, (byte)'-');
        if (value.IsDate)
        {
            return length;
        }

        length = TwoDigits(target, length, value.Local.Hour, (byte)'T');
        length = TwoDigits(target, length, value.Local.Minute, (byte)':');
        length = TwoDigits(target, length, value.Local.Second, (byte)':');
        if (value.IsUtc)
        {
            target[length++] = (byte)'Z';
        }

        return length;
    }

    private static int TwoDigits(Span<byte> target, int at, int number, byte separator = 0)
    {
        if (separator != 0)
        {
            target[at++] = separator;
        }

        target[at] = (byte)('0' + (number / 10));
        target[at + 1] = (byte)('0' + (number % 10));
        return at + 2;
    }

    // +01:00, -0330, +01 behind a time of day; the dashes of a date are no offset.
    private static bool TryTakeOffset(ref ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        int day = text.IndexOfAny((byte)'T', (byte)'t', (byte)' ');
        int sign = day < 0 ? -1 : text[day..].IndexOfAny((byte)'+', (byte)'-');
        if (sign < 0)
        {
            return true;
        }

        ReadOnlySpan<byte> written = text[(day + sign)..];
        bool isWest = written[0] == '-';
        Span<byte> digits = stackalloc byte[4];
        digits.Fill((byte)'0');
        int count = 0;
        foreach (byte character in written[1..])
        {
            if (character == ':')
            {
                continue;
            }

            if (count == 4 || character is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            digits[count++] = character;
        }

        TimeSpan length = new(((digits[0] - '0') * 10) + digits[1] - '0', ((digits[2] - '0') * 10) + digits[3] - '0', 0);
        offset = isWest ? -length : length;
        text = text[..(day + sign)];
        return count is 2 or 4 && length <= TimeSpan.FromHours(18);
    }

    private bool TryMoveToUtc(out IsoTime time)
    {
        long ticks = Value.Local.Ticks - Offset!.Value.Ticks;
        bool isInside = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        time = isInside ? new IsoTime(new TimeValue(new DateTime(ticks), IsDate: false, IsUtc: true), Offset) : default;
        return isInside;
    }
}

namespace Restoration.Formats.ICalendar.Values;

/// <summary>DATE-TIME or DATE as it stands in a value (RFC 5545 §3.3.4, §3.3.5).</summary>
/// <param name="Local">The clock reading, or midnight of the day.</param>
/// <param name="IsDate">Whether it is a day only.</param>
/// <param name="IsUtc">Whether it ends with Z.</param>
internal readonly record struct TimeValue(DateTime Local, bool IsDate, bool IsUtc)
{
    private const int DateLength = 8;
    private const int TimeLength = 15;

    /// <summary>Whether the value was written as the specification has it.</summary>
    public bool IsExact { get; init; }

    /// <summary>
    /// Reads a value. Blanks around it, a Z behind a day, the extended form of ISO 8601, missing seconds, the hour 24
    /// and leap seconds are understood.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out TimeValue value)
    {
        if (TryParseBasic(raw, out value))
        {
            value = value with { IsExact = true };
            return true;
        }

        Span<byte> basic = stackalloc byte[TimeLength + 1];
        return TryMakeBasic(raw.Trim(" \t"u8), basic, out int length) && TryParseBasic(basic[..length], out value);
    }

    /// <summary>Writes the value: <c>20261103</c>, <c>20261103T090000</c> or <c>20261103T090000Z</c>.</summary>
    /// <returns>The number of bytes.</returns>
    public int Write(Span<byte> target)
    {
        WriteDigits(target, Local.Year, 4);
        WriteDigits(target[4..], Local.Month, 2);
        WriteDigits(target[6..], Local.Day, 2);
        if (IsDate)
        {
            return DateLength;
        }

        target[8] = (byte)'T';
        WriteDigits(target[9..], Local.Hour, 2);
        WriteDigits(target[11..], Local.Minute, 2);
        WriteDigits(target[13..], Local.Second, 2);
        if (!IsUtc)
        {
            return TimeLength;
        }

        target[TimeLength] = (byte)'Z';
        return TimeLength + 1;
    }

    /// <summary>The value as text.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[TimeLength + 1];
        return System.Text.Encoding.ASCII.GetString(text[..Write(text)]);
    }

    private static bool TryParseBasic(ReadOnlySpan<byte> raw, out TimeValue value)
    {
        value = default;
        bool isDate = raw.Length == DateLength;
        bool isUtc = raw.Length == TimeLength + 1 && raw[TimeLength] is (byte)'Z' or (byte)'z';
        if (!isDate && !isUtc && raw.Length != TimeLength)
        {
            return false;
        }

        int century = ReadPair(raw, 0);
        int month = ReadPair(raw, 4);
        int day = ReadPair(raw, 6);
        int year = (century * 100) + ReadPair(raw, 2);
        if (century < 0 || year < Math.Max(century * 100, 1) || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        DateTime date = new(year, month, day);
        if (isDate)
        {
            value = new TimeValue(date, IsDate: true, IsUtc: false);
            return true;
        }

        int hour = ReadPair(raw, 9);
        int minute = ReadPair(raw, 11);
        int second = ReadPair(raw, 13);
        if (raw[DateLength] is not ((byte)'T' or (byte)'t') || hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return false;
        }

        long ticks = date.Ticks + (((hour * 3600L) + (minute * 60L) + Math.Min(second, 59)) * TimeSpan.TicksPerSecond);
        if (ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new TimeValue(new DateTime(ticks), IsDate: false, isUtc);
        return true;
    }

    // 2020-06-09T09:00:00Z, 20200609T0900, 20131210Z → the basic form.
    private static bool TryMakeBasic(ReadOnlySpan<byte> raw, Span<byte> basic, out int length)
    {
        length = 0;
        bool isUtc = raw is [.., (byte)'Z' or (byte)'z'];
        foreach (byte character in isUtc ? raw[..^1] : raw)
        {
            if (character is (byte)'-' or (byte)':')
            {
                continue;
            }

            if (length == TimeLength)
            {
                return false;
            }

            basic[length] = character == ' ' && length == DateLength ? (byte)'T' : character;
            length++;
        }

        if (length is 11 or 13 && basic[DateLength] is (byte)'T' or (byte)'t')
        {
            basic[length..TimeLength].Fill((byte)'0');
            length = TimeLength;
        }

        if (isUtc && length == TimeLength)
        {
            basic[length++] = (byte)'Z';
        }

        return true;
    }

    // Two digits as a number; -1 if they are none.
    private static int ReadPair(ReadOnlySpan<byte> raw, int at)
    {
        uint tens = (uint)(raw[at] - '0');
        uint ones = (uint)(raw[at + 1] - '0');
        return tens > 9 || ones > 9 ? -1 : (int)((tens * 10) + ones);
    }

    private static void WriteDigits(Span<byte> target, int number, int count)
    {
        for (int index = count - 1; index >= 0; index--)
        {
            target[index] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}

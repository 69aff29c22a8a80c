using System.Globalization;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Zones;

/// <summary>Reads a VTIMEZONE (RFC 5545 §3.6.5).</summary>
internal static class ZoneDefinition
{
    /// <summary>The name that the component defines; null if it has none.</summary>
    public static string? ReadName(Component component)
    {
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line.Property == PropertyId.TimeZoneId && line.Depth == 1)
            {
                return TextValue.Decode(component.Value(in line)).Trim();
            }
        }

        return null;
    }

    /// <summary>Its STANDARD and DAYLIGHT parts, those inside one that does not end too, without those that lack what they need.</summary>
    public static List<Observance> ReadObservances(Component component)
    {
        List<Observance> observances = [];
        for (int index = 1; index < component.LineCount; index++)
        {
            if (component.Lines[index].Kind == LineKind.Begin && ReadObservance(component, index) is { } observance)
            {
                observances.Add(observance);
            }
        }

        return observances;
    }

    /// <summary>A text that two definitions of the same rules have in common, whatever they are called.</summary>
    public static string Identify(IEnumerable<Observance> observances)
    {
        IEnumerable<string> rules = observances
            .Select(observance => string.Create(
                CultureInfo.InvariantCulture,
                $"{observance.Start:s} {observance.OffsetFrom} {observance.OffsetTo} {observance.Rule?.ToUpperInvariant()} {string.Join(',', observance.Dates.Select(date => date.ToString("s", CultureInfo.InvariantCulture)))}"))
            .Order(StringComparer.Ordinal);
        return ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n', rules))).ToString()[..16];
    }

    private static Observance? ReadObservance(Component component, int begin)
    {
        int depth = component.Lines[begin].Depth;
        int end = component.EndOf(begin);
        DateTime? start = null;
        TimeSpan? from = null;
        TimeSpan? to = null;
        string? rule = null;
        List<DateTime> dates = [];
        for (int index = begin + 1; index < end; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line.Depth != depth)
            {
                continue;
            }

            ReadOnlySpan<byte> value = component.Value(in line);
            switch (line.Property)
            {
                case PropertyId.Start when TimeValue.TryParse(value, out TimeValue time):
                    start = time.Local;
                    break;
                case PropertyId.OffsetFrom:
                    from = ParseOffset(value) ?? from;
                    break;
                case PropertyId.OffsetTo:
                    to = ParseOffset(value) ?? to;
                    break;
                case PropertyId.RecurrenceRule:
                    rule = Encoding.UTF8.GetString(value);
                    break;
                case PropertyId.RecurrenceDates:
                    AddDates(value, dates);
                    break;
            }
        }

        return start is null || to is null ? null : new Observance(start.Value, from ?? to.Value, to.Value) { Rule = rule, Dates = dates };
    }

    private static void AddDates(ReadOnlySpan<byte> value, List<DateTime> dates)
    {
        while (TextValue.TryTake(ref value, out ReadOnlySpan<byte> one))
        {
            int slash = one.IndexOf((byte)'/');
            if (TimeValue.TryParse(slash < 0 ? one : one[..slash], out TimeValue time))
            {
                dates.Add(time.Local);
            }
        }
    }

    // UTC-OFFSET (RFC 5545 §3.3.14): +0100, -053028; a colon between the parts does no harm.
    private static TimeSpan? ParseOffset(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t"u8);
        bool isNegative = value is [(byte)'-', ..];
        Span<int> parts = [0, 0, 0];
        int count = 0;
        foreach (byte digit in value is [(byte)'-' or (byte)'+', ..] ? value[1..] : value)
        {
            if (digit == ':')
            {
                continue;
            }

            if (digit is < (byte)'0' or > (byte)'9' || count == 6)
            {
                return null;
            }

            parts[count / 2] = (parts[count / 2] * 10) + (digit - '0');
            count++;
        }

        TimeSpan offset = new(parts[0], parts[1], parts[2]);
        return count is not (4 or 6) || offset >= TimeSpan.FromDays(1) ? null : isNegative ? -offset : offset;
    }
}

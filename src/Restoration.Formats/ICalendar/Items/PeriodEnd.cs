using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>The second half of a PERIOD (RFC 5545 §3.3.9): an end or a length.</summary>
internal static class PeriodEnd
{
    /// <summary>Reads it.</summary>
    /// <param name="raw">What stands behind the slash.</param>
    /// <param name="start">The start, with the zone that the property names.</param>
    /// <param name="end">The end.</param>
    public static bool TryRead(ReadOnlySpan<byte> raw, ZonedTime start, out CalendarTime end)
    {
        if (DurationValue.TryParse(raw, out DurationValue duration))
        {
            end = start.Add(in duration).Time;
            return true;
        }

        bool isTime = TimeValue.TryParse(raw, out TimeValue value);
        end = isTime ? TimeReader.Resolve(in value, start.Zone) : default;
        return isTime;
    }
}

using System.Globalization;
using System.Text;

namespace Restoration.Formats.ICalendar.Values;

/// <summary>Writes DURATION (RFC 5545 §3.3.6).</summary>
internal static class DurationText
{
    /// <summary>The value, such as <c>-PT15M</c> or <c>P1DT2H</c>; seconds are the smallest unit.</summary>
    public static string Format(TimeSpan duration)
    {
        StringBuilder text = new(duration < TimeSpan.Zero ? "-P" : "P");
        TimeSpan length = duration.Duration();
        Append(text, length.Days, 'D');
        if (length.Hours + length.Minutes + length.Seconds > 0 || length.Days == 0)
        {
            text.Append('T');
            Append(text, length.Hours, 'H');
            Append(text, length.Minutes, 'M');
            Append(text, length.Seconds, 'S');
        }

        return text[^1] == 'T' ? "PT0S" : text.ToString();
    }

    private static void Append(StringBuilder text, int number, char unit)
    {
        if (number > 0)
        {
            text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}

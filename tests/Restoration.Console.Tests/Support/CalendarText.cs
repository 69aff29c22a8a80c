namespace Restoration.Console.Tests.Support;

/// <summary>Calendar files as text.</summary>
internal static class CalendarText
{
    private const string Begin = "BEGIN:VEVENT";

    public static string Of(IEnumerable<CalendarEvent> events) => "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Tests//EN\r\nX-WR-CALNAME:Stock\r\n"
        + string.Concat(events.Select(item => item.ToText())) + "END:VCALENDAR\r\n";

    /// <summary>The same file with its events in an order that does not depend on when they came.</summary>
    public static string Sort(string text)
    {
        string[] parts = text.Replace("END:VCALENDAR\r\n", "", StringComparison.Ordinal).Split(Begin);
        return parts[0] + string.Concat(parts.Skip(1).Order(StringComparer.Ordinal).Select(part => Begin + part));
    }
}

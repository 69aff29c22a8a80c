using System.Globalization;

namespace Restoration.Benchmarks;

/// <summary>A calendar as a busy mailbox exports it: about 660 bytes an event, every tenth a series.</summary>
internal static class CalendarText
{
    public static string UidOf(int number) => string.Create(CultureInfo.InvariantCulture, $"040000008200E00074C5B7101A82E008{number:X32}");

    public static string SubjectOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Meeting {number} about project {number % 97}");

    public static async Task WriteAsync(string path, int items)
    {
        await using StreamWriter writer = new(path) { NewLine = "\r\n" };
        await writer.WriteLineAsync("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Benchmark//EN");
        for (int number = 1; number <= items; number++)
        {
            await writer.WriteLineAsync(Event(number));
        }

        await writer.WriteLineAsync("END:VCALENDAR");
    }

    private static string Event(int number)
    {
        DateTime start = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc).AddMinutes(30L * (number % 40_000));
        string rule = number % 10 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE\r\n" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            BEGIN:VEVENT
            UID:{UidOf(number)}
            DTSTAMP:20260101T000000Z
            CREATED:20251201T101500Z
            LAST-MODIFIED:20251215T101500Z
            SEQUENCE:{number % 3}
            SUMMARY:{SubjectOf(number)}
            DESCRIPTION:Agenda of meeting {number}:\n1. Minutes of the last meeting\n2. Open
              points\n3. Anything else. Please bring your own figures.
            DTSTART:{start:yyyyMMdd'T'HHmmss'Z'}
            DTEND:{start.AddMinutes(30):yyyyMMdd'T'HHmmss'Z'}
            {rule}LOCATION:Room {number % 50}
            CATEGORIES:Project {number % 97}
            ORGANIZER;CN=Alice Winter:mailto:alice@contoso.com
            ATTENDEE;CN=Bob Sommer;PARTSTAT=ACCEPTED:mailto:bob@contoso.com
            TRANSP:OPAQUE
            END:VEVENT
            """).ReplaceLineEndings("\r\n");
    }
}

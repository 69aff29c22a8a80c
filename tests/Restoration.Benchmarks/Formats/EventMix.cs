using System.Globalization;

namespace Restoration.Benchmarks.Formats;

/// <summary>
/// A calendar as Outlook and its kin export it, about 600 bytes an event: meetings with attendees in a zone, times in UTC, whole days,
/// series with exceptions and a changed occurrence, reminders, folded texts, HTML bodies, and languages beyond ASCII.
/// </summary>
internal static class EventMix
{
    private const string Zone = "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

    private const string Html = "X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Please read the <b>draft</b> before\r\n"
        + "  the meeting and send what you miss to the organiser\\, who gathers it.</p></b\r\n ody></html>\r\n";

    public static async Task WriteAsync(string path, int events)
    {
        await using StreamWriter writer = new(path);
        await writer.WriteAsync("BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nPRODID:-//Example//Benchmark 1.0//EN\r\nVERSION:2.0\r\nX-WR-CALNAME:Calendar\r\n" + Zone);
        for (int number = 0; number < events; number++)
        {
            await writer.WriteAsync(Event(number));
        }

        await writer.WriteAsync("END:VCALENDAR\r\n");
    }

    private static string Event(int number)
    {
        DateTime start = new DateTime(2024, 1, 1, 8, 0, 0).AddDays(number % 1_500).AddMinutes(30L * (number % 19));
        string uid = string.Create(CultureInfo.InvariantCulture, $"040000008200E00074C5B7101A82E00800000000{number:X24}");
        string body = (number % 10) switch
        {
            0 or 1 => Times(start, 60) + Rule(start) + People(number, 2) + Alarm,
            2 => string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{start:yyyyMMdd}\r\nDTEND;VALUE=DATE:{start.AddDays(1):yyyyMMdd}\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"),
            3 or 4 => string.Create(CultureInfo.InvariantCulture, $"DTSTART:{start:yyyyMMdd'T'HHmmss}Z\r\nDTEND:{start.AddMinutes(45):yyyyMMdd'T'HHmmss}Z\r\n") + Html,
            5 => Times(start, 25) + "CLASS:PRIVATE\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\r\n" + Alarm,
            6 => Times(start, 90) + $"RECURRENCE-ID;TZID=W. Europe Standard Time:{start.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}\r\n" + People(number, 1),
            _ => Times(start, 30) + People(number, number % 3),
        };
        return string.Create(CultureInfo.InvariantCulture, $"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T120000Z\r\nCREATED:20251201T101500Z\r\nLAST-MODIFIED:20261015T101500Z\r\nSEQUENCE:{number % 3}\r\n{Texts(number)}{body}END:VEVENT\r\n");
    }

    private const string Alarm = "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nEND:VALARM\r\n";

    private static string Texts(int number) => (number % 4) switch
    {
        0 => $"SUMMARY:Besprechung {number} – Pläne für Zürich\r\nLOCATION:Großer Saal\\, 2. Stock\r\nCATEGORIES:Projekt {number % 97},Grün\r\n",
        1 => $"SUMMARY:Meeting {number} about project {number % 97}\r\nDESCRIPTION:Agenda:\\n1. Minutes of the last meeting\\n2. Open points\\n3. Anything el\r\n se. Please bring your own figures\\, and a laptop.\r\nLOCATION:Room {number % 50}\r\n",
        2 => $"SUMMARY:予定 {number}\r\nDESCRIPTION:会議室は三階です。\r\nLOCATION:東京\r\nPRIORITY:5\r\n",
        _ => $"SUMMARY:Call {number}\r\nDESCRIPTION:Join at https://meet.example.com/j/{number}?pwd=abcdefgh\\n\\nDial in: +1 55\r\n 5 0100\r\nLOCATION:Online\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n",
    };

    private static string Times(DateTime start, int minutes) => string.Create(
        CultureInfo.InvariantCulture,
        $"DTSTART;TZID=W. Europe Standard Time:{start:yyyyMMdd'T'HHmmss}\r\nDTEND;TZID=W. Europe Standard Time:{start.AddMinutes(minutes):yyyyMMdd'T'HHmmss}\r\n");

    private static string Rule(DateTime start) => string.Create(
        CultureInfo.InvariantCulture,
        $"RRULE:FREQ=WEEKLY;COUNT=20;BYDAY={start.DayOfWeek.ToString()[..2].ToUpperInvariant()}\r\nEXDATE;TZID=W. Europe Standard Time:{start.AddDays(7):yyyyMMdd'T'HHmmss}\r\n");

    private static string People(int number, int count)
        => "ORGANIZER;CN=\"Winter, Alice\":mailto:alice@contoso.com\r\n" + string.Concat(Enumerable.Range(0, count).Select(person =>
            $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Person {(number + person) % 500}:mail\r\n to:person{(number + person) % 500}@contoso.com\r\n"));
}

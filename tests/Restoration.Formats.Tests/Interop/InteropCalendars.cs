using System.Text;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Formats.Tests.Recurrence;

namespace Restoration.Formats.Tests.Interop;

/// <summary>The calendars that others are given to read, by name.</summary>
internal static class InteropCalendars
{
    private static readonly string[] Texts =
    [
        "plain", "a\\, b\\; c: d", "back\\\\slash and \\\\n", "line\\nbreak", "Grüße 東京 🙂", new string('ü', 200), "\"quoted\"", "^n ^' ^^", "tab\there", "https://example.com/?a=b;c=d",
    ];

    private static readonly string[] Times =
    [
        "TZID=America/New_York:20260101T090000", "TZID=Europe/Berlin:19620101T090000", "TZID=Europe/Berlin:20260329T013000", "TZID=Europe/Berlin:20261025T030000",
        "TZID=Australia/Lord_Howe:20260405T040000", "TZID=Africa/Casablanca:20260310T120000", "TZID=America/Sao_Paulo:20180101T090000", "TZID=Asia/Kolkata:20260101T090000",
        "VALUE=DATE:20260101", "X-A=1:20260101T090000Z", "X-A=1:20260101T090000",
    ];

    public static IEnumerable<(string Name, byte[] Text)> All =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "ICalendar"))
            .Select(path => (Path.GetFileName(path) + ".ics", File.ReadAllBytes(path))),
        ("texts.ics", Calendar(Texts.Select(text => new[] { "DTSTART:20260101T090000Z", "SUMMARY:" + text, "DESCRIPTION:" + text, "LOCATION:" + text, "CATEGORIES:" + text + ",second" }))),
        ("times.ics", Calendar(Times.Select(time => new[] { "DTSTART;" + time }))),
        ("people.ics", Calendar(
        [
            ["DTSTART:20260101T090000Z", "ORGANIZER;CN=\"Winter, Alice\":mailto:alice@example.com", "ATTENDEE;CN=Bob;ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:bob@example.com"],
            ["DTSTART:20260101T090000Z", "ATTENDEE;MEMBER=\"mailto:a@example.com\",\"mailto:b@example.com\";X-A=\"1;2:3\":mailto:c@example.com"],
        ])),
        ("rules.ics", Calendar(RfcExamplesTests.Finite.Concat(RfcExamplesTests.Endless).Select(example => new[]
        {
            $"DTSTART;TZID=America/New_York:{example[1]}T090000", $"RRULE:{example[0]}",
        }))),
    ];

    private static byte[] Calendar(IEnumerable<string[]> events) => Encoding.UTF8.GetBytes(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Interop//EN\r\n"
        + string.Concat(events.Select((lines, index) => IcsFile.Lines(["BEGIN:VEVENT", $"UID:{index}", "DTSTAMP:20260101T000000Z", .. lines, "END:VEVENT"])))
        + "END:VCALENDAR\r\n");
}

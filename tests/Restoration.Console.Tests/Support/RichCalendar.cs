namespace Restoration.Console.Tests.Support;

/// <summary>A calendar with one of everything that formats lose.</summary>
internal static class RichCalendar
{
    public const int Events = 4;

    private const string Lines = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//Tests//EN
        BEGIN:VEVENT
        UID:series@example.org
        DTSTAMP:20260101T000000Z
        CREATED:20251224T180000Z
        LAST-MODIFIED:20260102T030405Z
        SEQUENCE:3
        DTSTART;TZID=Europe/Berlin:20260310T090000
        DTEND;TZID=Europe/Berlin:20260310T100000
        RRULE:FREQ=WEEKLY;COUNT=5
        EXDATE;TZID=Europe/Berlin:20260317T090000
        RDATE;TZID=Europe/Berlin:20260312T090000
        SUMMARY:Standup\, "all"\; hands – Müller
        DESCRIPTION:=cmd|'/c calc'!A0\nC:\\new\nthird line
        LOCATION:Room 1
        CATEGORIES:Work,Red
        CLASS:PRIVATE
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        ORGANIZER;CN=Alice:mailto:alice@contoso.com
        ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;X-SEAT="4;5":mailto:bob@contoso.com
        X-EXAMPLE;X-KIND=odd:kept
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        DESCRIPTION:Soon
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:series@example.org
        RECURRENCE-ID;TZID=Europe/Berlin:20260324T090000
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=Europe/Berlin:20260324T140000
        DTEND;TZID=Europe/Berlin:20260324T150000
        SUMMARY:Standup in the afternoon
        END:VEVENT
        BEGIN:VEVENT
        UID:day@example.org
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20260401
        DTEND;VALUE=DATE:20260403
        SUMMARY:Ganztägig
        END:VEVENT
        BEGIN:VEVENT
        UID:utc@example.org
        DTSTAMP:20260101T000000Z
        DTSTART:20260402T080000Z
        DURATION:PT1H
        SUMMARY:+Plus
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>The same, but it stops in the middle of the last event.</summary>
    public static string Cut => Text[..Text.IndexOf("SUMMARY:+Plus", StringComparison.Ordinal)];

    public static string Text { get; } = Lines.ReplaceLineEndings("\r\n");
}

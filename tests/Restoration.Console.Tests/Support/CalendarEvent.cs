using System.Globalization;

namespace Restoration.Console.Tests.Support;

/// <summary>An event of a calendar file.</summary>
internal sealed record CalendarEvent(string Uid, string Subject, DateTime Start)
{
    public string Location { get; init; } = "";

    public string Category { get; init; } = "Work";

    public int Sequence { get; init; }

    /// <summary>An event that its number tells from the others.</summary>
    public static CalendarEvent Number(int number)
        => new(UidOf(number), SubjectOf(number), new DateTime(2026, 1, 5, 9, 0, 0).AddHours(number * 7)) { Category = number % 2 == 0 ? "Even" : "Odd" };

    public static string UidOf(int number) => string.Create(CultureInfo.InvariantCulture, $"event-{number}@example.org");

    public static string SubjectOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Event {number}");

    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"BEGIN:VEVENT\r\nUID:{Uid}\r\nDTSTAMP:20260101T000000Z\r\nLAST-MODIFIED:20260101T00{Sequence:00}00Z\r\nSEQUENCE:{Sequence}\r\nDTSTART:{Start:yyyyMMdd'T'HHmmss'Z'}\r\nDTEND:{Start.AddHours(1):yyyyMMdd'T'HHmmss'Z'}\r\nSUMMARY:{Subject}\r\nLOCATION:{Location}\r\nCATEGORIES:{Category}\r\nEND:VEVENT\r\n");
}

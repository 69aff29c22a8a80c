using System.Globalization;
using Restoration.Items;

namespace Restoration.Contracts.Support;

/// <summary>Items that tests can tell apart at a glance.</summary>
public static class Some
{
    /// <summary>An appointment on the given day of November 2026, 9 to 10 o'clock UTC.</summary>
    public static Item Appointment(int number, string? body = null, int sequence = 0, string? uid = null) => TextCodec.Make(
        ("Uid", uid ?? string.Create(CultureInfo.InvariantCulture, $"uid-{number}")),
        ("Subject", string.Create(CultureInfo.InvariantCulture, $"Appointment {number}")),
        ("Start", Time(number, 9)),
        ("End", Time(number, 10)),
        ("Body", body ?? "As planned."),
        ("Sequence", sequence.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A series that begins on the given day of November 2026.</summary>
    public static Item Series(int number, string? body = null) => TextCodec.Make(
        ("Uid", string.Create(CultureInfo.InvariantCulture, $"series-{number}")),
        ("Subject", string.Create(CultureInfo.InvariantCulture, $"Series {number}")),
        ("Start", Time(number, 9)),
        ("End", Time(number, 10)),
        ("Rule", "FREQ=DAILY;COUNT=9"),
        ("Body", body ?? "As planned."));

    /// <summary>An occurrence of <see cref="Series"/> that was changed, its subject too.</summary>
    public static Item Override(int number, int occurrence, string? body = null) => TextCodec.Make(
        ("Uid", string.Create(CultureInfo.InvariantCulture, $"series-{number}")),
        ("RecurrenceId", Time(number + occurrence, 9)),
        ("Subject", "Moved"),
        ("Start", Time(number + occurrence, 14)),
        ("End", Time(number + occurrence, 15)),
        ("Body", body ?? "As planned."));

    /// <summary>Appointments 1 to <paramref name="count"/>.</summary>
    public static Item[] Appointments(int count) => [.. Enumerable.Range(1, count).Select(number => Appointment(number))];

    private static string Time(int number, int hour)
        => CalendarTime.OfUtc(new DateTime(2026, 11, 1, hour, 0, 0).AddDays(number)).ToString();
}

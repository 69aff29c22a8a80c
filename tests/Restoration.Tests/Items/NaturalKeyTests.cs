using Restoration.Items;

namespace Restoration.Tests.Items;

public sealed class NaturalKeyTests
{
    private static readonly NaturalKey Lunch = new(
        "Lunch", Utc(12), Utc(13), IsAllDay: false, RecurrenceId: null, Recurrence: null, Organizer: null, IsCancelled: false);

    public static TheoryData<string, NaturalKey, bool> Others => new()
    {
        { "another zone, the same instant", Lunch with { Start = CalendarTime.OfZone(At(13), TimeSpan.FromHours(1), "Europe/Berlin", null) }, true },
        { "blanks around the subject", Lunch with { Subject = "  Lunch\t" }, true },
        { "another subject", Lunch with { Subject = "lunch" }, false },
        { "another start", Lunch with { Start = Utc(11) }, false },
        { "P2: another end", Lunch with { End = Utc(14) }, false },
        { "a floating time", Lunch with { Start = CalendarTime.OfFloating(At(12)) }, false },
        { "all day", Lunch with { IsAllDay = true }, false },
        { "a series", Lunch with { Recurrence = "FREQ=DAILY" }, false },
        { "an override", Lunch with { RecurrenceId = "20261103T120000Z" }, false },
        { "a meeting", Lunch with { Organizer = "alice@contoso.com" }, false },
        { "cancelled", Lunch with { IsCancelled = true }, false },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Tells_appointments_apart_by_what_they_are_for_their_owner(string what, NaturalKey other, bool same)
        => Assert.True(same == (Lunch.ToHash() == other.ToHash()), what);

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same()
        => Assert.Equal((Lunch with { Subject = "Gr\u00fc\u00dfe" }).ToHash(), (Lunch with { Subject = "Gru\u0308\u00dfe" }).ToHash());

    [Fact]
    public void The_organizer_is_compared_without_case()
        => Assert.Equal((Lunch with { Organizer = "a@b.c" }).ToHash(), (Lunch with { Organizer = "A@B.C" }).ToHash());

    [Fact]
    public void An_all_day_appointment_is_its_dates_wherever_it_was_written()
    {
        NaturalKey date = Lunch with { IsAllDay = true, Start = CalendarTime.OfDate(new DateOnly(2026, 11, 3)), End = CalendarTime.OfDate(new DateOnly(2026, 11, 4)) };
        NaturalKey midnight = date with
        {
            Start = CalendarTime.OfZone(new DateTime(2026, 11, 3), TimeSpan.FromHours(1), "Europe/Berlin", null),
            End = CalendarTime.OfZone(new DateTime(2026, 11, 4), TimeSpan.FromHours(1), "Europe/Berlin", null),
        };
        Assert.Equal(date.ToHash(), midnight.ToHash());
    }

    private static CalendarTime Utc(int hour) => CalendarTime.OfUtc(At(hour));

    private static DateTime At(int hour) => new(2026, 11, 3, hour, 0, 0);
}

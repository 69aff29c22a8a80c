using FsCheck;
using FsCheck.Fluent;
using Restoration.Formats.Recurrence;
using Restoration.Formats.Tests.Properties;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>Whatever the zone, the length, the overrides and the window: what is asked for is part of the whole.</summary>
public class SeriesPropertiesTests
{
    private static Gen<SeriesCase> Cases =>
        from zone in Gen.Elements("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "")
        from rule in Gen.Elements(
            "FREQ=DAILY", "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30", "FREQ=HOURLY;INTERVAL=5", "FREQ=HOURLY;BYMINUTE=15,45", "FREQ=WEEKLY;BYDAY=SA,SU",
            "FREQ=MINUTELY;INTERVAL=50", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=DAILY;COUNT=200", "FREQ=HOURLY;INTERVAL=7;COUNT=300")
        from day in Gen.Choose(0, 6000)
        from minute in Gen.Choose(0, 1439)
        from duration in Gen.Elements("PT0S", "PT45M", "PT24H", "P1D", "P3DT5H")
        from moved in Gen.Choose(-3000, 3000)
        from count in Gen.Choose(0, 2)
        from window in Gen.Choose(0, 400 * 24)
        from hours in Gen.Choose(0, 30 * 24)
        select new SeriesCase(zone, rule, new DateTime(2010, 1, 1).AddDays(day).AddMinutes(minute), duration, moved, count, window, hours);

    [Fact]
    public void A_window_shows_what_the_whole_has_in_it()
        => Check(item =>
        {
            DateTimeOffset from = item.Start.AddHours(item.Window);
            DateTimeOffset to = from.AddHours(item.Hours);
            Occurrence[] expected = [.. item.Series.Occurrences(null, to.AddDays(30)).Where(occurrence => Overlaps(occurrence, from, to))];

            Assert.Equal(expected, item.Series.Occurrences(from, to));
            Assert.Equal(expected.Length > 0, item.Series.Overlaps(from, to));
        });

    [Fact]
    public void Occurrences_come_in_order_and_no_moment_comes_twice()
        => Check(item =>
        {
            Occurrence[] all = [.. item.Series.Occurrences(null, item.Start.AddDays(60))];

            Assert.Equal(all.OrderBy(occurrence => occurrence.Start.SortKey).Select(occurrence => occurrence.Start), all.Select(occurrence => occurrence.Start));
            Assert.Equal(all.Length, all.Select(occurrence => occurrence.RecurrenceId.SortKey).Distinct().Count());
            Assert.All(all, occurrence => Assert.True(occurrence.End.SortKey >= occurrence.Start.SortKey));
        });

    [Fact]
    public void The_last_end_is_the_latest()
        => Check(item =>
        {
            if (item.Series.FindLastEnd() is { } last)
            {
                Assert.Equal(item.Series.Occurrences().Max(occurrence => occurrence.End.SortKey), last);
            }
        });

    private static void Check(Action<SeriesCase> check)
        => Prop.ForAll(Cases.ToArbitrary(), item =>
        {
            check(item);
            return true;
        }).CheckSeeded();

    private static bool Overlaps(Occurrence occurrence, DateTimeOffset from, DateTimeOffset to)
        => from < to && occurrence.Start.SortKey < to
            && (occurrence.End.SortKey > from || (occurrence.End.SortKey == occurrence.Start.SortKey && occurrence.Start.SortKey >= from));

    private sealed record SeriesCase(string Zone, string Rule, DateTime Local, string Duration, int Moved, int Overrides, int Window, int Hours)
    {
        public DateTimeOffset Start => Time(Local).SortKey;

        // The third occurrence moves alone, the sixth with all that follow.
        public Series Series
        {
            get
            {
                Appointment master = Written.Recurring("20100101", Rule) with { Start = Time(Local), Duration = Duration };
                CalendarTime[] first = [.. new Series(master, []).Occurrences().Take(6).Select(occurrence => occurrence.RecurrenceId)];
                Appointment[] overrides = [.. new[] { first[2], first[5] }.Take(Overrides).Select(Override)];
                return new Series(master, overrides);
            }
        }

        private Appointment Override(CalendarTime id, int index) => new()
        {
            RecurrenceId = id,
            Start = Time(id.Local.AddMinutes(Moved)),
            Duration = "PT30M",
            IsThisAndFuture = index == 1,
        };

        private CalendarTime Time(DateTime local) => Zone.Length == 0
            ? CalendarTime.OfFloating(local)
            : CalendarTime.OfZone(local, Formats.TimeZones.TimeZoneCatalog.Default.Find(Zone)!.OffsetOfLocal(local), Zone, Zone);
    }
}

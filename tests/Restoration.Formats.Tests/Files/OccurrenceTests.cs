using System.Text;
using Restoration.Files;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Files;

public sealed class OccurrenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Overrides_take_their_places_wherever_they_stand()
    {
        IReadOnlyList<ItemOccurrence> found = await FindAsync(
            new OccurrenceQuery(),
            ["UID:s", "RECURRENCE-ID:20261104T090000Z", "DTSTART:20261104T150000Z", "SUMMARY:moved"],
            ["UID:s", "DTSTART:20261103T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:series"],
            ["UID:one", "DTSTART:20261104T120000Z", "SUMMARY:single"]);

        Assert.Equal(["series", "single", "moved", "series"], found.Select(occurrence => occurrence.Subject));
        Assert.Equal([false, false, true, false], found.Select(occurrence => occurrence.IsOverridden));
        Assert.Equal(["2026-11-03T09:00:00Z", null, "2026-11-04T09:00:00Z", "2026-11-05T09:00:00Z"], found.Select(occurrence => occurrence.RecurrenceId?.ToString()));
    }

    [Fact]
    public async Task An_override_without_a_series_takes_place_all_the_same()
    {
        ItemOccurrence orphan = Assert.Single(await FindAsync(
            new OccurrenceQuery(), ["UID:s", "RECURRENCE-ID:20261104T090000Z", "DTSTART:20261104T150000Z"]));

        Assert.True(orphan.IsOverridden);
        Assert.Equal("2026-11-04T09:00:00Z", orphan.RecurrenceId.ToString());
    }

    [Theory]
    [InlineData("RECURRENCE-ID:20261104T090000Z", "moved")]
    [InlineData("RECURRENCE-ID;TZID=Europe/Berlin:20261104T100000", "moved")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20261104", "moved")]
    [InlineData("RECURRENCE-ID:20261105T090000Z", "single moved")]
    public async Task An_override_replaces_an_appointment_that_does_not_recur(string id, string expected)
    {
        string[] single = ["UID:s", "DTSTART:20261104T090000Z", "SUMMARY:single"];
        string[] moved = ["UID:s", id, "DTSTART:20261104T150000Z", "SUMMARY:moved"];

        foreach (string[][] events in (string[][][])[[single, moved], [moved, single]])
        {
            Assert.Equal(expected, string.Join(' ', (await FindAsync(new OccurrenceQuery(), events)).Select(occurrence => occurrence.Subject)));
        }
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "b")]
    [InlineData(3, "b a b")]
    [InlineData(5, "b a b a b")]
    public async Task Only_the_first_are_given(int limit, string expected)
    {
        IReadOnlyList<ItemOccurrence> found = await FindAsync(
            new OccurrenceQuery { Limit = limit },
            ["UID:a", "DTSTART:20261103T100000Z", "RRULE:FREQ=DAILY", "SUMMARY:a"],
            ["UID:b", "DTSTART:20261103T090000Z", "RRULE:FREQ=DAILY", "SUMMARY:b"]);

        Assert.Equal(expected, string.Join(' ', found.Select(occurrence => occurrence.Subject)));
    }

    [Fact]
    public async Task Only_what_overlaps_the_window_is_given()
    {
        IReadOnlyList<ItemOccurrence> found = await FindAsync(
            new OccurrenceQuery { From = new DateTimeOffset(2026, 11, 4, 9, 30, 0, TimeSpan.Zero), To = new DateTimeOffset(2026, 11, 6, 9, 0, 0, TimeSpan.Zero) },
            ["UID:a", "DTSTART:20261101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"]);

        Assert.Equal(["2026-11-04T09:00:00Z", "2026-11-05T09:00:00Z"], found.Select(occurrence => occurrence.Start.ToString()));
    }

    [Fact]
    public async Task A_check_names_what_is_lost_and_where()
    {
        string path = _folder.Add("cut.ics", Encoding.UTF8.GetBytes(IcsFile.Wrap("DTSTART:soon")[..^40]));

        FileCheck check = await Service().CheckAsync(path, new FileSourceOptions(), CancellationToken.None);

        Assert.False(check.IsValid);
        Assert.Equal(("ICS", 1, 4L), (check.Format, check.ErrorCount, check.Findings.Single(finding => finding.Severity == Failures.Severity.Error).Line));
    }

    private async ValueTask<IReadOnlyList<ItemOccurrence>> FindAsync(OccurrenceQuery query, params string[][] events)
    {
        string text = IcsFile.Lines(
            ["BEGIN:VCALENDAR", "VERSION:2.0", .. events.SelectMany(lines => (string[])["BEGIN:VEVENT", .. lines, "END:VEVENT"]), "END:VCALENDAR"]);
        return await Service().ExpandAsync(_folder.Add("test.ics", Encoding.UTF8.GetBytes(text)), new FileSourceOptions(), query, null, CancellationToken.None);
    }

    private static FileService Service() => new(new FormatCatalog([new ICalendarFormat()]), new ICalendarCodec());
}

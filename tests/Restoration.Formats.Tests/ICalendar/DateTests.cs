using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class DateTests
{
    // The property, what it stands for (ISO 8601), and how many findings it gives.
    public static TheoryData<string, string, int> Starts => new()
    {
        { "DTSTART:20261103T090000Z", "2026-11-03T09:00:00Z", 0 },
        { "DTSTART:20261103T090000", "2026-11-03T09:00:00", 0 },
        { "DTSTART;TZID=Europe/Berlin:20261103T090000", "2026-11-03T09:00:00+01:00", 0 },
        { "DTSTART;TZID=Europe/Berlin;VALUE=DATE-TIME:20260703T090000", "2026-07-03T09:00:00+02:00", 0 },
        { "DTSTART;VALUE=DATE:20261103", "2026-11-03", 0 },
        { "DTSTART:20261103", "2026-11-03", 1 },
        { "DTSTART;VALUE=DATE:20261103T090000Z", "2026-11-03T09:00:00Z", 1 },
        { "DTSTART;TZID=Europe/Berlin;VALUE=DATE:20261103", "2026-11-03", 0 },
        { "DTSTART;TZID=Europe/Berlin:20261103", "2026-11-03", 1 },
        { "DTSTART;TZID=Europe/Berlin:20261103T090000Z", "2026-11-03T09:00:00Z", 0 },
        { "DTSTART:20131210Z", "2013-12-10", 1 },
        { "DTSTART:20261103T090000Z  ", "2026-11-03T09:00:00Z", 1 },
        { "DTSTART: 20261103T090000Z", "2026-11-03T09:00:00Z", 1 },
        { "DTSTART:2026-11-03T09:00:00Z", "2026-11-03T09:00:00Z", 1 },
        { "DTSTART:20261103T0900", "2026-11-03T09:00:00", 1 },
        { "DTSTART:20261103t090000z", "2026-11-03T09:00:00Z", 0 },
        { "DTSTART:20261103T240000", "2026-11-04T00:00:00", 0 },
        { "DTSTART:20161231T235960Z", "2016-12-31T23:59:59Z", 0 },
        { "dtstart;tzid=europe/berlin:20261103T090000", "2026-11-03T09:00:00+01:00", 0 },
        { "DTSTART;TZID=\"Europe/Berlin\":20261103T090000", "2026-11-03T09:00:00+01:00", 0 },
        { "DTSTART;TZID=:20261103T090000", "2026-11-03T09:00:00", 0 },
        { "DTSTART;TZID=W. Europe Standard Time:20200609T090000", "2020-06-09T09:00:00+02:00", 0 },
        { "DTSTART;TZID=\"W. Europe Standard Time:20200609T090000\"", "2020-06-09T09:00:00+02:00", 1 },
        { "DTSTART;TZID=\"W. Europe Standard Time:20200609T090000", "2020-06-09T09:00:00+02:00", 1 },
        { "DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\":20200609T090000", "2020-06-09T09:00:00+02:00", 0 },
        { "DTSTART;TZID=/citadel.org/20210210_1/America/New_York:20200609T090000", "2020-06-09T09:00:00-04:00", 0 },
        { "DTSTART;TZID=Nowhere/Nothing:20200609T090000", "2020-06-09T09:00:00", 1 },
        { "DTSTART;TZID=Europe/Berlin:20260329T023000", "2026-03-29T02:30:00+01:00", 0 },
        { "DTSTART;TZID=Europe/Berlin:20261025T023000", "2026-10-25T02:30:00+02:00", 0 },
        { "DTSTART;TZID=Europe/Berlin:00010101T000000", "0001-01-01T00:00:00+00:00", 0 },
        { "DTSTART;TZID=America/New_York:99991231T235959", "9999-12-31T23:59:59+00:00", 0 },
        { "DTSTART;TZID=Europe/Berlin:18800101T120000", "1880-01-01T12:00:00+00:53", 0 },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void Reads_starts(string property, string expected, int findings)
    {
        IcsFile file = IcsFile.ReadEvent(property);
        Assert.Equal(expected, file.Single.Start.ToString());
        Assert.Equal(findings, file.Findings.Count);
        Assert.All(file.Findings, finding => Assert.Equal((Severity.Warning, 7L), (finding.Severity, finding.Line!.Value)));
        if (findings == 0)
        {
            Assert.Equal(property, IcsFile.ContentOf(file.Single)[3]);
        }
    }

    [Theory]
    [InlineData("DTSTART:")]
    [InlineData("DTSTART:20261303T090000Z")]
    [InlineData("DTSTART:20260230")]
    [InlineData("DTSTART:00000101T000000")]
    [InlineData("DTSTART:20261103T250000")]
    [InlineData("DTSTART:20261103T096000")]
    [InlineData("DTSTART:99991231T240000")]
    [InlineData("DTSTART:2026110")]
    [InlineData("DTSTART:20261103090000")]
    [InlineData("DTSTART:2026\u0661103T090000")]
    [InlineData("DTSTART:tomorrow")]
    public void What_is_no_date_is_kept_and_reported(string property)
    {
        IcsFile file = IcsFile.ReadEvent(property);
        Assert.Null(file.Single.Start);
        Assert.Equal(7, Assert.Single(file.Findings).Line);
        Assert.Contains(property, IcsFile.ContentOf(file.Single));
    }

    // Start, what says the end, the end.
    public static TheoryData<string, string, string> Ends => new()
    {
        { "DTSTART:20261103T090000Z", "DTEND:20261103T100000Z", "2026-11-03T10:00:00Z" },
        { "DTSTART:20261103T090000Z", "X-NONE:1", "2026-11-03T09:00:00Z" },
        { "DTSTART;VALUE=DATE:20261103", "X-NONE:1", "2026-11-04" },
        { "DTSTART;VALUE=DATE:20261103", "DTEND;VALUE=DATE:20261105", "2026-11-05" },
        { "DTSTART:20261103T090000Z", "DURATION:PT1H30M", "2026-11-03T10:30:00Z" },
        { "DTSTART:20261103T090000Z", "DURATION:P2W", "2026-11-17T09:00:00Z" },
        { "DTSTART:20261103T090000Z", "DURATION:PT1W", "2026-11-10T09:00:00Z" },
        { "DTSTART:20261103T090000Z", "DURATION:P1W6DT15H", "2026-11-17T00:00:00Z" },
        { "DTSTART:20261103T090000Z", "DURATION:+P1DT1S", "2026-11-04T09:00:01Z" },
        { "DTSTART;VALUE=DATE:20261103", "DURATION:P3D", "2026-11-06" },
        { "DTSTART;VALUE=DATE:20261103", "DURATION:PT48H", "2026-11-05" },
        { "DTSTART;TZID=Europe/Berlin:20261024T120000", "DURATION:P1D", "2026-10-25T12:00:00+01:00" },
        { "DTSTART;TZID=Europe/Berlin:20261024T120000", "DURATION:PT24H", "2026-10-25T11:00:00+01:00" },
        { "DTSTART;TZID=Europe/Berlin:20260328T120000", "DURATION:PT24H", "2026-03-29T13:00:00+02:00" },
        { "DTSTART:20261103T090000", "DURATION:PT1H", "2026-11-03T10:00:00" },
        { "DTSTART;TZID=Nowhere:20261103T090000", "DURATION:PT1H", "2026-11-03T10:00:00" },
        { "DTSTART:20261103T090000Z", "DURATION:soon", "2026-11-03T09:00:00Z" },
        { "DTSTART:20261103T090000Z", "DURATION:P99999999999999999999D", "9999-12-31T23:59:59Z" },
        { "DTSTART;VALUE=DATE:20261103", "DURATION:P99999999W", "9999-12-31" },
        { "DTSTART;TZID=Europe/Berlin:20261103T090000", "DURATION:PT999999999999999H", "9999-12-31T23:59:59+00:00" },
        { "DTSTART:20261103T090000Z", "DTEND;TZID=Asia/Tokyo:20261103T190000", "2026-11-03T19:00:00+09:00" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Finds_the_end_by_the_rules(string start, string end, string expected)
        => Assert.Equal(expected, IcsFile.ReadEvent(start, end).Single.End.ToString());

    [Theory]
    [InlineData("DTEND:20261103T080000Z")]
    [InlineData("DURATION:-PT1H")]
    [InlineData("DURATION:-P99999999W")]
    public void An_end_before_the_start_is_kept_and_flagged(string end)
    {
        IcsFile file = IcsFile.ReadEvent("DTSTART:20261103T090000Z", end);
        Assert.True(file.Single.End!.Value.Instant < file.Single.Start!.Value.Instant);
        Assert.Equal(Severity.Warning, Assert.Single(file.Findings).Severity);
        Assert.Contains(end, IcsFile.ContentOf(file.Single));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261103", "DTEND;VALUE=DATE:20261104", "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE", true)]
    [InlineData("DTSTART:20261103T000000", "DTEND:20261104T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", true)]
    [InlineData("DTSTART;TZID=Europe/Berlin:20261103T000000", "DTEND;TZID=Europe/Berlin:20261105T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:true", true)]
    [InlineData("DTSTART:20261103T000000", "DTEND:20261104T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE", false)]
    [InlineData("DTSTART:20261103T000000", "DTEND:20261104T000000", "X-OTHER:1", false)]
    [InlineData("DTSTART:20261103T090000", "DTEND:20261104T090000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", false)]
    [InlineData("DTSTART:20261103T000000", "DTEND:20261103T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", false)]
    public void All_day_is_what_has_dates_or_says_so_and_goes_from_midnight_to_midnight(string start, string end, string mark, bool expected)
        => Assert.Equal(expected, IcsFile.ReadEvent(start, end, mark).Single.IsAllDay);

    [Fact]
    public void A_task_ends_when_it_is_due()
    {
        Item task = IcsFile.Read(IcsFile.Lines("BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "DTSTART:20261103T090000Z", "DUE:20261105T170000Z", "END:VTODO", "END:VCALENDAR")).Single;
        Assert.Equal(("2026-11-03T09:00:00Z", "2026-11-05T17:00:00Z"), (task.Start.ToString(), task.End.ToString()));
        Item open = IcsFile.Read(IcsFile.Lines("BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "DTSTART:20261103T090000Z", "END:VTODO", "END:VCALENDAR")).Single;
        Assert.Null(open.End);
    }

    [Theory]
    [InlineData("LAST-MODIFIED:20261101T120000Z", "2026-11-01T12:00:00Z")]
    [InlineData("LAST-MODIFIED:20261101T120000", "2026-11-01T12:00:00Z")]
    [InlineData("LAST-MODIFIED;TZID=Europe/Berlin:20261101T120000", "2026-11-01T11:00:00Z")]
    [InlineData("X-NONE:1", "2026-11-01T00:00:00Z")]
    [InlineData("LAST-MODIFIED:never", "2026-11-01T00:00:00Z")]
    public void Was_last_changed_when_it_says_or_else_when_it_was_written(string property, string expected)
        => Assert.Equal(DateTimeOffset.Parse(expected), IcsFile.ReadEvent("DTSTART:20261103T090000Z", property).Single.LastModified);
}

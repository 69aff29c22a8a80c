using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Failures;
using Restoration.Formats.Json;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Formats.Tests.Properties;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Json;

public sealed class JsonDocumentTests
{
    private static readonly JsonFormat Format = new();

    private static readonly IReadOnlyList<Item> Three = IcsFile.Read(IcsFile.Lines(
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT", "UID:1", "DTSTART:20261103T090000Z", "SUMMARY:One", "END:VEVENT",
        "BEGIN:VEVENT", "UID:2", "DTSTART;TZID=Europe/Berlin:20261103T090000", "SUMMARY:Two", "RRULE:FREQ=WEEKLY", "END:VEVENT",
        "BEGIN:VEVENT", "UID:3", "DTSTART;VALUE=DATE:20261103", "SUMMARY:Three", "END:VEVENT",
        "END:VCALENDAR")).Items;

    [Theory]
    [InlineData(null)]
    [InlineData("a.ndjson")]
    [InlineData("a.jsonl.gz")]
    public void What_was_written_is_read_the_same_without_a_finding(string? name)
    {
        CalendarInfo info = new() { Name = "Work", Mailbox = "a@contoso.com", Folder = FolderPath.Calendar, TakenAt = IcsFile.WrittenAt };
        FormatFile file = FormatFile.Read(Format, FormatFile.Write(Format, Three, info, name: name), pieces: 7);
        Assert.Empty(file.Findings);
        Assert.Equal(Three.Select(item => item.ComparisonHash), file.Items.Select(item => item.ComparisonHash));
        Assert.Equal(info with { ItemCount = 3, Properties = file.Info.Properties }, file.Info);
    }

    [Fact]
    public void An_empty_calendar_is_read_without_a_finding()
    {
        FormatFile file = FormatFile.Read(Format, FormatFile.Write(Format, []));
        Assert.Empty(file.Findings);
        Assert.Empty(file.Items);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a.ndjson")]
    public void A_broken_line_costs_that_line_only(string? name)
    {
        string text = FormatFile.WriteText(Format, Three, name: name).Replace("\"subject\":\"Two\"", "\"subject\":\"Two", StringComparison.Ordinal);
        FormatFile file = FormatFile.Read(Format, text);
        Assert.Equal(["1", "3"], file.Items.Select(item => item.Key.Uid));
        Finding broken = Assert.Single(file.Errors);
        Assert.Equal((FailureCode.ParserError, 3), (broken.Code, broken.Line));
    }

    [Fact]
    public void Every_truncation_is_reported()
    {
        byte[] bytes = FormatFile.Write(Format, Three);
        for (int length = 2; length < bytes.Length - 2; length += 5)
        {
            Assert.NotEmpty(FormatFile.Read(Format, bytes[..length]).Errors);
        }
    }

    [Fact]
    public void A_line_that_was_taken_out_is_reported()
    {
        string[] lines = FormatFile.WriteText(Format, Three).Split('\n');
        FormatFile file = FormatFile.Read(Format, string.Join('\n', lines.Where((_, index) => index != 1)));
        Assert.Equal(FailureCode.VerificationFailed, Assert.Single(file.Errors).Code);
        Assert.Equal(2, file.Items.Count);
    }

    [Fact]
    public void A_line_that_was_changed_is_a_warning()
    {
        FormatFile file = FormatFile.Read(Format, FormatFile.WriteText(Format, Three).Replace("\"Two\"", "\"Too\"", StringComparison.Ordinal));
        Assert.Equal((Severity.Warning, FailureCode.VerificationFailed), (Assert.Single(file.Findings).Severity, file.Findings[0].Code));
    }

    [Fact]
    public void A_later_version_is_refused()
        => Assert.Equal(FailureCode.UnsupportedFormat, Assert.Throws<RestorationException>(() => FormatFile.Read(Format, """{"restoration":{"schemaVersion":99},"appointments":[]}""")).Code);

    [Fact]
    public void Members_that_nobody_knows_are_written_back()
    {
        FormatFile file = FormatFile.Read(Format, """[{"uid":"1","start":"2026-11-03T09:00:00Z","x-own":{"a":[1,2]}}]""");
        Assert.Contains("\"x-own\":{\"a\":[1,2]}", FormatFile.WriteText(Format, file.Items), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"uid":"1","subject":"a\ud83d","start":"2026-11-03"}""", "a\uFFFD")]
    [InlineData("""{"uid":"1","subject":"\udc00a","start":"2026-11-03"}""", "\uFFFDa")]
    [InlineData("""{"uid":"1","subject":"\ud83d\ude42","start":"2026-11-03"}""", "\U0001F642")]
    [InlineData("""{"id":"1","subject":"\ud83d","isAllDay":true,"bodyPreview":"","start":{"dateTime":"2026-11-03"}}""", "\uFFFD")]
    [InlineData("""{"subject":"x\\\ud83d","start_time":"2026-11-03"}""", "x\\\uFFFD")]
    public void Half_a_character_is_replaced(string json, string subject) => Assert.Equal(subject, FormatFile.Read(Format, json).Single.Subject);

    [Fact]
    public void A_time_without_a_zone_needs_one()
    {
        const string Json = """{"uid":"1","start":"2026-11-03T09:00:00"}""";
        Assert.Equal(FailureCode.TimeZoneRequired, Assert.Single(FormatFile.Read(Format, Json).Errors).Code);
        Assert.Equal("2026-11-03T09:00:00+01:00", FormatFile.Read(Format, Json, timeZone: "Europe/Berlin").Single.Start.ToString());
    }

    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("{\"a\":1}")]
    [InlineData("{}")]
    public void JSON_without_appointments_is_refused(string json)
        => Assert.Equal(FailureCode.UnsupportedFormat, Assert.Throws<RestorationException>(() => FormatFile.Read(Format, json)).Code);

    [Fact]
    public void UTF_16_is_read()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("""[{"uid":"1","subject":"Grüße","start":"2026-11-03"}]""")];
        Assert.True(Format.Recognises(bytes));
        Assert.Equal("Grüße", FormatFile.Read(Format, bytes).Single.Subject);
    }

    [Fact]
    public void Random_calendars_survive() => Prop.ForAll(RandomCalendars.Arbitrary, calendar =>
    {
        IReadOnlyList<Item> items = IcsFile.Read(calendar.Text).Items;
        FormatFile file = FormatFile.Read(Format, FormatFile.Write(Format, items));
        Assert.Equal(items.Select(item => item.ComparisonHash), file.Items.Select(item => item.ComparisonHash));
        Assert.Equal(items.Select(item => item.Key), file.Items.Select(item => item.Key));
    }).CheckSeeded();

    [Fact]
    public void Any_bytes_end_in_items_or_findings_or_one_clear_error()
    {
        Gen<byte[]> pieces = Gen.Elements(
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud83d", "\n", "\n{}", "\"start\":", "\"2026-11-03\"", "\"value\":[", "\"appointments\":[", "\"end\":", "null", "1e9", "true",
                "[\"vcalendar\",", "\"restoration\":{", "\"schemaVersion\":1", "{\"uid\":\"1\"}", "\"recurrence\":", "\"attendees\":[{}]", "\"start_time\":\"x\"", "é", "\0")
            .ListOf(12).Select(list => Encoding.UTF8.GetBytes("{" + string.Concat(list)));
        Prop.ForAll(pieces.ToArbitrary(), bytes =>
        {
            try
            {
                FormatFile.Read(Format, bytes, timeZone: "UTC");
            }
            catch (RestorationException failure)
            {
                Assert.NotEmpty(failure.Message);
            }
        }).CheckSeeded(1000);
    }
}

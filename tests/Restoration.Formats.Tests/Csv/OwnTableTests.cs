using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Failures;
using Restoration.Formats.Csv;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Formats.Tests.Properties;
using Restoration.Items;

namespace Restoration.Formats.Tests.Csv;

public sealed class OwnTableTests
{
    private static readonly CsvFormat Format = new();

    private static readonly Item Usual = IcsFile.Read(IcsFile.Wrap(
        "DTSTART;TZID=Europe/Berlin:20261103T090000", "DTEND;TZID=Europe/Berlin:20261103T100000", "SUMMARY:=1+2", "DESCRIPTION:a\\nb", "CATEGORIES:Red,Blue",
        "ORGANIZER;CN=Dana:mailto:dana@contoso.com", "ATTENDEE;CN=Bob:mailto:bob@contoso.com", "ATTENDEE:mailto:eve@contoso.com", "RRULE:FREQ=WEEKLY;COUNT=3",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:Reminder", "END:VALARM")).Single;

    [Fact]
    public void Usual_parts_have_columns_and_nothing_is_left_for_the_last()
    {
        string[] lines = FormatFile.WriteText(Format, [Usual]).Split("\r\n");
        Assert.StartsWith("\uFEFFuid,recurrenceId,recurrenceIdTimeZone,subject,start,startTimeZone,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,,,'=1+2,2026-11-03T09:00:00,Europe/Berlin,2026-11-03T10:00:00,Europe/Berlin,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"a\nb\",\"Red; Blue\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"Dana <dana@contoso.com>\",\"Bob <bob@contoso.com>; eve@contoso.com\",\"FREQ=WEEKLY;COUNT=3\",15,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("{\"\"stamp\"\":\"\"2026-11-01T00:00:00Z\"\"}\"", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_written_is_read_the_same_again(bool metadata)
    {
        FormatFile file = FormatFile.Read(Format, FormatFile.Write(Format, [Usual], metadata: metadata), pieces: 7);
        Assert.Empty(file.Findings);
        Assert.Equal(Usual.ComparisonHash, file.Single.ComparisonHash);
        Assert.Equal(Usual.Key, file.Single.Key);
    }

    [Fact]
    public void What_a_table_without_its_last_column_loses_is_known_before()
    {
        Item item = IcsFile.Read(IcsFile.Wrap("DTSTART:20261103T090000Z", "DTSTAMP:20261101T090000Z", "GEO:1;2", "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:bob@contoso.com")).Single;
        string[] lost = [.. ((Restoration.Sources.IItemFormat)Format).FindLosses(item, new() { WrittenAt = default, IncludeMetadata = false }).Select(finding => finding.Message)];
        Assert.Contains(lost, message => message.Contains("'attendees'", StringComparison.Ordinal));
        Assert.Contains(lost, message => message.Contains("'other'", StringComparison.Ordinal));
        Assert.Equal(2, lost.Length);
        Assert.Empty(Format.FindLosses(item, new() { WrittenAt = default }));
    }

    [Theory]
    [InlineData("a.csv", ',')]
    [InlineData("a.TSV", '\t')]
    [InlineData("a.tsv.gz", '\t')]
    public void The_name_says_what_stands_between_two_cells(string name, char delimiter)
    {
        byte[] table = FormatFile.Write(Format, [Usual], name: name);

        Assert.Equal(delimiter, Encoding.UTF8.GetString(table)[1 + "uid".Length]);
        Assert.Equal(Usual.ComparisonHash, FormatFile.Read(Format, table).Single.ComparisonHash);
    }

    [Theory]
    [InlineData("=SUM(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData("'=x")]
    [InlineData("''=x")]
    [InlineData("'x")]
    [InlineData("''")]
    [InlineData("a=b")]
    [InlineData("")]
    public void Formulas_are_neutralised_and_come_back(string cell)
    {
        byte[] text = Encoding.UTF8.GetBytes(cell);
        byte[] marked = [.. CsvFormula.MarkFor(text), .. text];
        string written = Encoding.UTF8.GetString(marked);
        Assert.DoesNotContain(written.AsSpan(0, Math.Min(1, written.Length)).ToString(), new[] { "=", "+", "-", "@", "\t", "\r", "\n" });
        Assert.Equal(text, CsvFormula.Restore(marked).ToArray());
    }

    [Fact]
    public void A_broken_row_costs_that_row_only()
    {
        string[] lines = FormatFile.WriteText(Format, [Usual, Usual, Usual]).Split("\r\n");
        lines[2] = lines[2].Replace("2026-11-03T09:00:00", "soon", StringComparison.Ordinal);
        FormatFile file = FormatFile.Read(Format, string.Join("\r\n", lines));
        Assert.Equal(2, file.Items.Count);
        Finding broken = Assert.Single(file.Errors);
        Assert.Equal((FailureCode.InvalidDate, 2), (broken.Code, broken.Row));
    }

    [Fact]
    public void A_last_column_that_a_spreadsheet_has_cut_is_said_so()
    {
        string text = FormatFile.WriteText(Format, [Usual]).Replace("00Z\"\"}", "00Z", StringComparison.Ordinal);
        Assert.Equal(FailureCode.ParserError, Assert.Single(FormatFile.Read(Format, text).Errors).Code);
    }

    [Fact]
    public void A_spreadsheet_may_have_rewritten_dates_and_delimiters()
    {
        string text = FormatFile.WriteText(Format, [Usual], metadata: false).Replace("2026-11-03T09:00:00", "03.11.2026 09:00", StringComparison.Ordinal)
            .Replace("2026-11-03T10:00:00", "03.11.2026 10:00", StringComparison.Ordinal);
        FormatFile file = FormatFile.Read(Format, text);
        Assert.Empty(file.Errors);
        Assert.Equal("2026-11-03T09:00:00+01:00", file.Single.Start.ToString());
    }

    [Fact]
    public void Random_calendars_survive() => Prop.ForAll(RandomCalendars.Arbitrary, calendar =>
    {
        IReadOnlyList<Item> items = IcsFile.Read(calendar.Text).Items;
        byte[] bytes = FormatFile.Write(Format, items);
        FormatFile file = FormatFile.Read(Format, bytes);
        Assert.True(items.Count == file.Items.Count, string.Join('\n', file.Findings));
        for (int i = 0; i < items.Count; i++)
        {
            Assert.True(
                items[i].ComparisonHash == file.Items[i].ComparisonHash,
                Encoding.UTF8.GetString(items[i].Content.Span) + Encoding.UTF8.GetString(bytes) + "\n" + Encoding.UTF8.GetString(file.Items[i].Content.Span));
            Assert.Equal(items[i].Key, file.Items[i].Key);
        }
    }).CheckSeeded();

    [Fact]
    public void Any_bytes_end_in_items_or_findings_or_one_clear_error()
    {
        Gen<byte[]> pieces = Gen.Elements(
                ",", ";", "\t", "\"", "\r\n", "\n", "'", "=1", "2026-11-03", "03/04/2026", "9:00", "{\"a\":1}", "[", "{", "true", "é", "\0", "FREQ=DAILY", "Start Date,", "subject,start\n", "a <b@c.d>;", "99999999999")
            .ListOf(12).Select(list => Encoding.UTF8.GetBytes("subject,start,end,attendees,recurrence,categories,is_all_day\n" + string.Concat(list)));
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

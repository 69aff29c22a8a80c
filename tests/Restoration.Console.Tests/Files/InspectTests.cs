using System.Text;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary><c>inspect</c> and <c>check</c>: what a file holds, and what is wrong with it.</summary>
public sealed class InspectTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "uid", "recurrenceId", "summary", "description", "location", "start", "end", "allDay", "rrule", "rdate", "exdate", "organizer", "attendees",
        "categories", "alarms", "sequence", "status", "transparency", "class", "created", "lastModified", "otherProperties",
    ];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("rich.ics")]
    [InlineData("rich.ics.gz")]
    [InlineData("rich.json")]
    [InlineData("rich.csv")]
    public async Task Every_field_is_there_typed(string name)
    {
        _desk.Write("rich.ics", RichCalendar.Text);
        (await _desk.RunBareAsync("convert", "rich.ics", name, "--force")).Expect(0);

        Outcome run = (await _desk.RunBareAsync("inspect", name, "--json")).Expect(0);

        Assert.Equal(RichCalendar.Events, run.Items.Length);
        Assert.All(run.Items, item => Assert.Superset(Fields.ToHashSet(), item.EnumerateObject().Select(member => member.Name).ToHashSet()));
        JsonElement series = run.Items[0];
        Assert.Equal("Standup, \"all\"; hands – Müller", series.GetProperty("summary").GetString());
        Assert.Equal("=cmd|'/c calc'!A0\nC:\\new\nthird line", series.GetProperty("description").GetString());
        JsonElement start = series.GetProperty("start");
        Assert.Equal(
            ("2026-03-10T09:00:00", "Europe/Berlin", "Europe/Berlin", "2026-03-10T08:00:00Z"),
            (Text(start, "local"), Text(start, "timeZone"), Text(start, "ianaTimeZone"), Text(start, "instant")));
        Assert.Equal("FREQ=WEEKLY;COUNT=5", Assert.Single(series.GetProperty("rrule").EnumerateArray()).GetString());
        Assert.Equal("2026-03-17T09:00:00", Text(Assert.Single(series.GetProperty("exdate").EnumerateArray()), "local"));
        Assert.Equal("2026-03-12T09:00:00", Text(Assert.Single(series.GetProperty("rdate").EnumerateArray()), "local"));
        Assert.Equal("alice@contoso.com", Text(series.GetProperty("organizer"), "email"));
        JsonElement bob = Assert.Single(series.GetProperty("attendees").EnumerateArray());
        Assert.Equal(("bob@contoso.com", "Bob", "ACCEPTED"), (Text(bob, "email"), Text(bob, "name"), Text(bob, "status")));
        Assert.Contains("X-SEAT", bob.GetProperty("parameters").EnumerateArray().Select(parameter => Text(parameter, "name")));
        Assert.Equal(["Work", "Red"], series.GetProperty("categories").EnumerateArray().Select(category => category.GetString()));
        Assert.Equal(15, Assert.Single(series.GetProperty("alarms").EnumerateArray()).GetProperty("minutesBeforeStart").GetInt32());
        Assert.Equal((3, "CONFIRMED", "PRIVATE"), (series.GetProperty("sequence").GetInt32(), Text(series, "status"), Text(series, "class")));
        Assert.Equal(("2025-12-24T18:00:00Z", "2026-01-02T03:04:05Z"), (Text(series, "created"), Text(series, "lastModified")));
        Assert.Equal("X-EXAMPLE", Text(Assert.Single(series.GetProperty("otherProperties").EnumerateArray()), "name"));
        Assert.Equal("2026-03-24T09:00:00", Text(run.Items[1].GetProperty("recurrenceId"), "local"));
        Assert.Equal((true, "2026-04-01"), (run.Items[2].GetProperty("allDay").GetBoolean(), Text(run.Items[2].GetProperty("start"), "local")));
    }

    [Theory]
    [InlineData("check rich.ics --culture nonsense")]
    [InlineData("inspect rich.ics --culture nonsense")]
    [InlineData("inspect rich.ics --occurrences --culture nonsense")]
    [InlineData("inspect rich.ics --from 2026-01-01")]
    [InlineData("inspect rich.ics --limit 3")]
    public async Task What_means_nothing_is_wrong_usage(string line)
    {
        _desk.Write("rich.ics", RichCalendar.Text);

        (await _desk.RunBareAsync(line.Split(' '))).Expect(2);
    }

    [Theory]
    [InlineData("", "2026-03-10T09:00:00+01:00,2026-03-12T09:00:00+01:00,2026-03-24T14:00:00+01:00,2026-03-31T09:00:00+02:00,2026-04-01,2026-04-02T08:00:00Z,2026-04-07T09:00:00+02:00")]
    [InlineData("--limit 2", "2026-03-10T09:00:00+01:00,2026-03-12T09:00:00+01:00")]
    [InlineData("--from 2026-03-20 --to 2026-04-01", "2026-03-24T14:00:00+01:00,2026-03-31T09:00:00+02:00,2026-04-01")]
    [InlineData("--from 2026-04-03", "2026-04-07T09:00:00+02:00")]
    [InlineData("--to 2026-03-09", "")]
    public async Task Occurrences_are_in_the_window_in_order(string options, string starts)
    {
        _desk.Write("rich.ics", RichCalendar.Text);

        Outcome run = (await _desk.RunBareAsync(["inspect", "rich.ics", "--occurrences", "--json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Expect(0);

        Assert.Equal(starts, string.Join(',', run.Texts("start")));
        Assert.All(run.Items, item => Assert.Superset(
            new HashSet<string> { "uid", "start", "end", "recurrenceId", "overridden" }, item.EnumerateObject().Select(member => member.Name).ToHashSet()));
        Assert.All(run.Items, item => Assert.Equal(Text(item, "start").StartsWith("2026-03-24", StringComparison.Ordinal), item.GetProperty("overridden").GetBoolean()));
    }

    [Theory]
    [InlineData("rich.ics --occurrences --limit -1", 2, "InvalidArgument")]
    [InlineData("rich.ics --occurrences --from someday", 2, "InvalidDate")]
    [InlineData("rich.ics --occurrences --from 2026-04-01 --to 2026-03-01", 2, "InvalidDate")]
    [InlineData("rich.ics --time-zone Mars/Base", 2, "TimeZoneNotFound")]
    [InlineData("missing.ics", 1, "FileNotFound")]
    [InlineData("empty.ics", 1, "InvalidData")]
    [InlineData("binary.ics", 1, "UnsupportedFormat")]
    [InlineData("cut.ics.gz", 1, "InvalidData")]
    [InlineData(".", 1, "FileAccess")]
    public async Task What_cannot_be_looked_into_is_an_error(string line, int exitCode, string code)
    {
        _desk.Write("rich.ics", RichCalendar.Text);
        _desk.Write("empty.ics", "");
        _desk.Write("binary.ics", [0, 1, 2, 3, 255]);
        File.WriteAllBytes(_desk.Place("cut.ics.gz"), (await File.ReadAllBytesAsync(_desk.Write("whole.ics.gz", RichCalendar.Text)))[..60]);

        string message = (await _desk.RunBareAsync(["inspect", .. line.Split(' '), "--json"])).ExpectError(exitCode, code).GetProperty("message").GetString()!;

        if (exitCode == 1)
        {
            Assert.Contains(line == "." ? _desk.Home : line, message, StringComparison.Ordinal);
            (await _desk.RunBareAsync("check", line, "--json")).ExpectError(1, code);
        }
    }

    [Fact]
    public async Task A_check_names_line_severity_and_rule()
    {
        _desk.Write("bad.ics", RichCalendar.Cut);
        _desk.Write("rich.ics", RichCalendar.Text);

        Outcome bad = (await _desk.RunBareAsync("check", "bad.ics", "--json")).Expect(3);
        Outcome good = (await _desk.RunBareAsync("check", "rich.ics", "--json")).Expect(0);
        Outcome people = (await _desk.RunBareAsync("check", "bad.ics")).Expect(3);

        JsonElement finding = Assert.Single(bad.Items, item => Text(item, "severity") == "Error");
        Assert.Equal(["line", "row", "severity", "rule", "code", "message", "item", "file"], finding.EnumerateObject().Select(member => member.Name));
        Assert.True(finding.GetProperty("line").GetInt64() > 40);
        Assert.StartsWith("RFC 5545", Text(finding, "rule"), StringComparison.Ordinal);
        Assert.DoesNotContain(good.Items, item => Text(item, "severity") == "Error");
        Assert.Contains("1 errors", people.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public async Task Another_encoding_is_read_and_said(string name)
    {
        _desk.Write("coded.ics", [.. Encoding.GetEncoding(name).GetPreamble(), .. Encoding.GetEncoding(name).GetBytes(RichCalendar.Text.Replace("–", "-", StringComparison.Ordinal))]);

        Outcome run = (await _desk.RunBareAsync("inspect", "coded.ics", "--json")).Expect(0);

        Assert.Equal("Standup, \"all\"; hands - Müller", Text(run.Items[0], "summary"));
    }

    [Fact]
    public async Task Standard_input_is_looked_into_too()
        => Assert.Equal(RichCalendar.Events, (await _desk.RunWithInputAsync(Encoding.UTF8.GetBytes(RichCalendar.Text), "inspect", "-", "--json")).Expect(0).Items.Length);

    private static string Text(JsonElement thing, string member) => thing.GetProperty(member).ToString();
}

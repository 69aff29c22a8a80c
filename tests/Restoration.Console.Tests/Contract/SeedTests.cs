using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Where the scripts before this program lost something.</summary>
public sealed class SeedTests : IDisposable
{
    private const string Rich = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//Tests//EN
        BEGIN:VEVENT
        UID:rich@example.org
        DTSTAMP:20260101T000000Z
        CREATED:20260101T080000Z
        LAST-MODIFIED:20260102T080000Z
        SEQUENCE:3
        DTSTART;TZID=Europe/Berlin:20261020T090000
        DTEND;TZID=Europe/Berlin:20261020T103000
        RRULE:FREQ=WEEKLY;COUNT=6
        EXDATE;TZID=Europe/Berlin:20261027T090000
        SUMMARY:Quarterly\, private; numbers
        DESCRIPTION:First line\nC:\\new\\table\nlast line
        LOCATION:Room 5
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        PRIORITY:1
        STATUS:TENTATIVE
        CATEGORIES:Finance,Board
        ORGANIZER;CN=Alice:mailto:alice@contoso.com
        ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:bob@contoso.com
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        X-CUSTOM;X-NOTE=kept:as it is
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Soon
        TRIGGER:-PT30M
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:day@example.org
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261227
        SUMMARY:Holidays
        CATEGORIES:Private
        END:VEVENT
        END:VCALENDAR

        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("restore backup --source backup:alice@contoso.com/Calendar")]
    [InlineData("restore backup --source store:alice@contoso.com/Calendar")]
    [InlineData("restore file --path copy.ics")]
    [InlineData("restore file --path copy.csv")]
    [InlineData("restore file --path copy.json")]
    [Trait("Seed", "P1")]
    [Trait("Seed", "P11")]
    [Trait("Seed", "P23")]
    public async Task All_that_an_appointment_says_survives(string restore)
    {
        string before = await ImportAsync();
        Assert.Contains(@"C:\\new\\table", before, StringComparison.Ordinal);
        await _desk.DoAsync("backup", "create", "--mailbox", Desk.Alice);
        foreach (string copy in new[] { "copy.ics", "copy.csv", "copy.json" })
        {
            await _desk.DoAsync("calendar", "export", copy, "--mailbox", Desk.Alice);
        }

        await _desk.DoAsync([.. restore.Split(' '), "--destination", "store:bob@contoso.com/Calendar", "--execute"]);

        Outcome same = await _desk.DoAsync("restore", "backup", "--source", "store:alice@contoso.com/Calendar", "--destination", "store:bob@contoso.com/Calendar");
        Assert.Equal(["identical", "identical"], same.Texts("reason").Select(reason => reason.ToLowerInvariant()));
        Assert.Equal(1, (await _desk.DoAsync([.. restore.Split(' '), "--destination", "store:carol@contoso.com/Calendar", "--category", "finance"])).Count("created"));
    }

    [Theory]
    [InlineData("2026-11-17", 1)]
    [InlineData("2026-10-27", 0)]
    [InlineData("2026-11-24", 1)]
    [InlineData("2026-12-01", 0)]
    [Trait("Seed", "P16")]
    public async Task A_series_that_began_before_the_days_comes_whole_if_it_takes_place_in_them(string day, int count)
    {
        string before = await ImportAsync();
        await _desk.DoAsync("backup", "create", "--mailbox", Desk.Alice);

        Outcome run = await _desk.DoAsync(
            "restore", "backup", "--source", "backup:alice@contoso.com/Calendar", "--destination", "store:bob@contoso.com/Calendar",
            "--start-date", day, "--end-date", day, "--time-zone", "Europe/Berlin", "--execute");

        Assert.Equal(count, run.Count("created"));
        if (count == 1)
        {
            string after = await _desk.ExportAsync("bob@contoso.com");
            Assert.Contains("RRULE:FREQ=WEEKLY;COUNT=6", after, StringComparison.Ordinal);
            Assert.All(after.Split("\r\n").Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)), line => Assert.Contains(line, before, StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Seed", "P21")]
    public async Task What_is_changed_says_a_later_time_and_what_is_not_says_its_own()
    {
        JsonElement[] before = (await _desk.DoAsync("config", "list")).Items;
        await _desk.DoAsync("config", "set", "Import from CSV", "--description", "Tables");

        JsonElement[] after = (await _desk.DoAsync("config", "list")).Items;

        Assert.Equal(before.Select(Created), after.Select(Created));
        Assert.Equal([true, true, false], before.Zip(after).Select(pair => Updated(pair.First) == Updated(pair.Second)));
        Assert.True(Updated(after[2]) > Updated(before[2]));

        static DateTimeOffset Created(JsonElement item) => item.GetProperty("createdAt").GetDateTimeOffset();
        static DateTimeOffset Updated(JsonElement item) => item.GetProperty("updatedAt").GetDateTimeOffset();
    }

    [Theory]
    [InlineData("copy.csv")]
    [InlineData("copy.json")]
    [Trait("Seed", "P25")]
    public async Task A_text_of_several_lines_is_not_changed_and_comes_once(string copy)
    {
        const string Body = "First line\r\nsecond line\r\n\r\nlast, with \"quotes\"";
        await File.WriteAllTextAsync(_desk.Place("in.json"), JsonSerializer.Serialize(new
        {
            appointments = new[] { new { subject = "Minutes", start_time = "2026-11-03T09:00:00+00:00", end_time = "2026-11-03T10:00:00+00:00", body_content = Body } },
        }));
        await _desk.DoAsync("restore", "file", "--path", "in.json", "--destination", "store:alice@contoso.com/Calendar", "--execute");
        await _desk.DoAsync("calendar", "export", copy, "--mailbox", Desk.Alice);

        Outcome again = await _desk.DoAsync("restore", "file", "--path", copy, "--destination", "store:alice@contoso.com/Calendar", "--execute");

        Assert.Equal((0, 1), (again.Count("created"), again.Count("skipped")));
        string text = (await File.ReadAllTextAsync(_desk.Place(copy))).Replace("\"\"", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\\r\\n", "\r\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        Assert.Contains(Body.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task<string> ImportAsync()
    {
        await File.WriteAllTextAsync(_desk.Place("rich.ics"), Rich.ReplaceLineEndings("\r\n"));
        await _desk.DoAsync("calendar", "import", "rich.ics", "--mailbox", Desk.Alice);
        return await _desk.ExportAsync();
    }
}

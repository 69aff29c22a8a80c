using System.Text;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary>Tables and lists that other programs wrote.</summary>
public sealed class TableTests : IDisposable
{
    private const string Outlook = "Subject,Start Date,Start Time,End Date,End Time,All day event\r\nMeet,03/04/2026,09:00,03/04/2026,10:00,False\r\nTrip,03/05/2026,,03/06/2026,,True\r\n";
    private const string German = "\"Betreff\";\"Beginnt am\";\"Beginnt um\";\"Endet am\";\"Endet um\";\"Ganztägiges Ereignis\"\r\n\"Besprechung\";\"4.3.2026\";\"09:00:00\";\"4.3.2026\";\"10:00:00\";\"Aus\"\r\n";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("en-US", "2026-03-04T09:00:00", "2026-03-05")]
    [InlineData("en-GB", "2026-04-03T09:00:00", "2026-05-03")]
    public async Task The_culture_says_which_number_is_the_month(string culture, string meet, string trip)
    {
        _desk.Write("outlook.csv", Outlook);

        Outcome run = (await _desk.RunBareAsync("inspect", "outlook.csv", "--culture", culture, "--time-zone", "Europe/Berlin", "--json")).Expect(0);

        Assert.Equal([meet, trip], run.Items.Select(item => item.GetProperty("start").GetProperty("local").GetString()));
        Assert.True(run.Items[1].GetProperty("allDay").GetBoolean());
    }

    [Fact]
    public async Task Headers_of_another_language_are_read()
    {
        _desk.Write("german.csv", Encoding.Latin1.GetBytes(German));

        Outcome run = await _desk.DoAsync("calendar", "import", "german.csv", "--mailbox", Desk.Alice, "--culture", "de-DE", "--time-zone", "Europe/Berlin");

        Assert.Equal(("Besprechung", "2026-03-04T09:00:00+01:00"), (run.Texts("subject")[0], run.Texts("start")[0]));
    }

    [Fact]
    public async Task The_culture_says_which_letters_the_bytes_are()
    {
        // 定例会議, "regular meeting", as Excel in Japan saves it.
        File.WriteAllBytes(_desk.Place("excel.csv"), [.. "Subject,Start Date\r\n"u8, 0x92, 0xE8, 0x97, 0xE1, 0x89, 0xEF, 0x8B, 0x63, .. ",2026-03-04\r\n"u8]);

        string advice = (await _desk.RunBareAsync("check", "excel.csv", "--json")).Expect(3).Texts("message")[0];
        Outcome run = (await _desk.RunBareAsync("inspect", "excel.csv", "--culture", "ja-JP", "--json")).Expect(0);

        Assert.Contains("--culture", advice, StringComparison.Ordinal);
        Assert.Equal("定例会議", Assert.Single(run.Texts("summary")));
    }

    [Theory]
    [InlineData("", "InvalidDate", "culture")]
    [InlineData("--culture en-US", "TimeZoneRequired", "time zone")]
    public async Task What_nobody_said_is_not_guessed_but_asked_for(string options, string reason, string what)
    {
        _desk.Write("outlook.csv", Outlook);

        Outcome run = (await _desk.RunAsync(["calendar", "import", "outlook.csv", "--mailbox", Desk.Alice, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Expect(3);

        JsonElement failed = run.Items.First(item => item.GetProperty("action").GetString() == "Fail");
        Assert.Equal(reason, failed.GetProperty("reason").GetString());
        Assert.Contains("outlook.csv, line 2, row 1", failed.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(what, failed.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, run.Count("found"));
    }

    [Theory]
    [InlineData("--culture klingon", "InvalidArgument")]
    [InlineData("--time-zone Mars/Base", "TimeZoneNotFound")]
    public async Task A_culture_or_zone_that_there_is_not_changes_nothing(string options, string code)
    {
        _desk.Write("outlook.csv", Outlook);

        (await _desk.RunAsync(["calendar", "import", "outlook.csv", "--mailbox", Desk.Alice, .. options.Split(' ')])).ExpectError(2, code);

        Assert.Empty((await _desk.DoAsync("calendar", "list")).Items);
    }

    [Theory]
    [InlineData("[{\"subject\":\"Old\",\"start_time\":\"2026-05-04T10:00:00+00:00\",\"end_time\":\"2026-05-04T11:00:00+00:00\"}]")]
    [InlineData("{\"appointments\":[{\"subject\":\"Old\",\"start_time\":\"2026-05-04T10:00:00Z\",\"end_time\":\"2026-05-04T11:00:00Z\"}]}")]
    [InlineData("id,subject,start_time,end_time,body\n1,Old,2026-05-04T10:00:00+00:00,2026-05-04T11:00:00+00:00,text\n")]
    [InlineData("{\"value\":[{\"subject\":\"Old\",\"start\":{\"dateTime\":\"2026-05-04T10:00:00.0000000\",\"timeZone\":\"UTC\"},\"end\":{\"dateTime\":\"2026-05-04T11:00:00.0000000\",\"timeZone\":\"UTC\"}}]}")]
    public async Task Lists_of_other_programs_are_imported_once(string text)
    {
        _desk.Write("list", text);
        string[] import = ["calendar", "import", "list", "--mailbox", Desk.Alice];

        Outcome run = await _desk.DoAsync(import);
        Outcome again = await _desk.DoAsync(import);

        Assert.Equal("Old", run.Texts("subject")[0]);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), run.Items[0].GetProperty("start").GetDateTimeOffset());
        Assert.Equal((1, 0, 1), (run.Count("created"), again.Count("created"), again.Count("skipped")));
    }
}

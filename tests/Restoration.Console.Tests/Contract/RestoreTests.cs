using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Restores from files and backups, as other programs call them.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly Desk _desk = new();

    public static TheoryData<string, string> Pairs
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (string source in new[]
            {
                "restore file --path stock.ics", "restore file --path stock.*s", "restore file --path stock.csv", "restore file --path stock.json", "restore file --path stock.ics.gz",
                "restore backup --source backup:alice@contoso.com/Calendar", "restore backup --source store:alice@contoso.com/Cal* file:stock.ics",
            })
            {
                foreach (string destination in new[] { "store:bob@contoso.com/Recovered", "file:out.ics", "file:out.csv", "file:out.json" })
                {
                    pairs.Add(source, destination);
                }
            }

            return pairs;
        }
    }

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    [Trait("Seed", "P8")]
    public async Task Every_source_goes_to_every_destination_once(string source, string destination)
    {
        await _desk.StockAsync(5);
        foreach (string name in new[] { "stock.csv", "stock.json", "stock.ics.gz" })
        {
            await _desk.DoAsync("calendar", "export", name, "--mailbox", Desk.Alice);
        }

        string[] restore = [.. source.Split(' '), "--destination", destination, "--subject", "Event *", "--exclude-subject", "Event 2"];
        Outcome plan = await _desk.DoAsync(restore);
        Assert.Equal(4, plan.Count("created"));
        Outcome run = await _desk.DoAsync([.. restore, "--execute"]);
        Assert.Equal(4, run.Count("created"));
        Assert.Equal(["Event 1", "Event 3", "Event 4", "Event 5"], run.Items.Where(item => item.GetProperty("action").GetString() == "Create").Select(item => item.GetProperty("subject").GetString()!).Order());
        Outcome again = await _desk.DoAsync([.. restore, "--execute", "--force"]);
        Assert.Equal(0, again.Count("created"));

        await _desk.DoAsync("calendar", "import", destination.StartsWith("file:", StringComparison.Ordinal) ? destination["file:".Length..] : await ExportAsync(), "--mailbox", "carol@contoso.com");
        Assert.Equal(["Event 1", "Event 3", "Event 4", "Event 5"], (await _desk.DoAsync("appointment", "list", "--mailbox", "carol@contoso.com")).Texts("subject").Order());
        await _desk.DoAsync("request", "undo", run.Document.GetProperty("requestId").GetString()!, "--execute");
        _desk.ExpectTidy();
        await _desk.ExpectWholeTrailAsync();
    }

    [Fact]
    public async Task The_document_is_that_of_every_restore()
    {
        await _desk.StockAsync(3);
        string audit = await _desk.LoseAsync(2);
        string[] members = [.. (await _desk.DoAsync("restore", "audit-log", "--path", audit)).Document.EnumerateObject().Select(member => member.Name)];

        Outcome file = await _desk.DoAsync("restore", "file", "--path", "stock.ics", "--destination", "store:bob@contoso.com/New");
        Outcome backup = await _desk.DoAsync("restore", "backup", "--source", "backup:alice@contoso.com/Calendar", "--destination", "store:bob@contoso.com/New");

        Assert.Equal(members, file.Document.EnumerateObject().Select(member => member.Name));
        Assert.Equal(members, backup.Document.EnumerateObject().Select(member => member.Name));
    }

    // Of events 1 to 6, seven hours apart from 16:00 UTC on 5 January; the even ones are "Even", the others "Odd".
    [Theory]
    [InlineData("--category even", "Event 2,Event 4,Event 6")]
    [InlineData("--exclude-category even", "Event 1,Event 3,Event 5")]
    [InlineData("--subject 4", "Event 4")]
    [InlineData("--subject Event?6", "Event 6")]
    [InlineData("--subject regex:[15]$", "Event 1,Event 5")]
    [InlineData("--exclude-subject 1 2 3", "Event 4,Event 5,Event 6")]
    [InlineData("--start-date 2026-01-05 --end-date 2026-01-05 --time-zone UTC", "Event 1,Event 2")]
    [InlineData("--start-date 2026-01-06 --end-date 2026-01-06 --time-zone America/New_York", "Event 3,Event 4,Event 5,Event 6")]
    [InlineData("--limit 2", "Event 1,Event 2")]
    [InlineData("--limit 2 --order-by startDescending", "Event 5,Event 6")]
    [InlineData("--item-kind series", "")]
    [Trait("Seed", "P15")]
    public async Task A_policy_chooses(string options, string subjects)
    {
        await _desk.StockAsync(6);

        Outcome plan = await _desk.DoAsync(["restore", "file", "--path", "stock.ics", "--destination", "store:bob@contoso.com/New", .. options.Split(' ')]);

        Assert.Equal(subjects, string.Join(',', plan.Texts("subject").Order()));
    }

    [Theory]
    [InlineData("exact", "Create")]
    [InlineData("strict", "Skip")]
    [InlineData("normal", "Skip")]
    [InlineData("loose", "Skip")]
    [InlineData("none", "Create")]
    public async Task A_level_of_likeness_says_what_is_a_duplicate(string level, string action)
    {
        await _desk.StockAsync(1);
        _desk.WriteCalendar("alike.ics", 1, number => CalendarEvent.Number(number) with { Uid = "other", Subject = "RE: EVENT 1!" });

        JsonElement item = (await _desk.DoAsync("restore", "file", "--path", "alike.ics", "--destination", "store:alice@contoso.com/Calendar", "--duplicates", level)).Items[0];

        Assert.Equal(action, item.GetProperty("action").GetString());
        if (action == "Skip")
        {
            Assert.Contains("threshold", item.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("restore file --path missing.ics --destination store:a@b.c/d", 1, "FileNotFound")]
    [InlineData("restore file --path no*.ics --destination store:a@b.c/d", 1, "FileNotFound")]
    [InlineData("restore file --path stock.ics --from PST --destination store:a@b.c/d", 1, "UnsupportedFormat")]
    [InlineData("restore file --path stock.ics --destination graph:alice@contoso.com/Calendar", 1, "NotConnected")]
    [InlineData("restore file --path stock.ics --destination stock.ics", 2, "InvalidArgument")]
    [InlineData("restore file --path stock.ics --destination store:a@b.c/d --start-date 2026-13-01 --time-zone UTC", 2, "InvalidDate")]
    [InlineData("restore file --path stock.ics --destination store:a@b.c/d --start-date 2026-01-01", 2, "TimeZoneRequired")]
    [InlineData("restore file --path stock.ics --destination store:a@b.c/d --time-zone Mars --start-date 2026-01-01", 2, "TimeZoneNotFound")]
    [InlineData("restore file --path stock.ics --destination store:a@b.c/d --subject regex:(", 2, "InvalidArgument")]
    [InlineData("restore file --path stock.ics --destination store:a@b.c/d --limit 0", 2, "InvalidArgument")]
    [InlineData("restore file --path stock.ics --destination store:a@b.c/d --duplicates 7", 2, "Usage")]
    [InlineData("restore backup --source store:alice@contoso.com/Nowhere --destination store:a@b.c/d", 1, "CalendarNotFound")]
    [InlineData("restore backup --source store:nobody@contoso.com/Calendar --destination store:a@b.c/d", 1, "MailboxNotFound")]
    [InlineData("restore backup --source backup:alice@contoso.com/Calendar@2001-01-01 --destination store:a@b.c/d", 1, "BackupNotFound")]
    [InlineData("restore backup --source nowhere --destination store:a@b.c/d", 2, "InvalidLocation")]
    [InlineData("restore backup --source graph:alice@contoso.com --destination store:a@b.c/d", 1, "NotConnected")]
    [InlineData("restore backup --source store:alice@contoso.com/Calendar --destination store:ALICE/calendar", 2, "InvalidArgument")]
    [Trait("Seed", "P5")]
    public async Task What_cannot_be_done_is_an_error_before_anything_happens(string line, int exitCode, string code)
    {
        await _desk.StockAsync(2);
        string before = await _desk.ExportAsync();

        JsonElement error = (await _desk.RunAsync([.. line.Split(' '), "--execute"])).ExpectError(exitCode, code);

        Assert.NotEqual("", error.GetProperty("message").GetString());
        Assert.Equal(before, await _desk.ExportAsync());
        Assert.Single((await _desk.DoAsync("calendar", "list")).Items);
        Assert.Single((await _desk.DoAsync("request", "list")).Items);
    }

    private async Task<string> ExportAsync()
    {
        await _desk.DoAsync("calendar", "export", "look.ics", "--mailbox", "bob@contoso.com", "--calendar", "Recovered");
        return "look.ics";
    }
}

using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary>Calendars, backups and restores in files of every format, there and back.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("out.ics", "ICS")]
    [InlineData("out.ics.gz", "ICS")]
    [InlineData("out.json", "JSON")]
    [InlineData("out.json.gz", "JSON")]
    [InlineData("out.ndjson", "JSON")]
    [InlineData("out.ndjson.gz", "JSON")]
    [InlineData("out.csv", "CSV")]
    [InlineData("out.csv.gz", "CSV")]
    public async Task A_calendar_comes_back_from_every_format_as_it_was(string name, string format)
    {
        await _desk.DoAsync("calendar", "import", _desk.Write("rich.ics", RichCalendar.Text), "--mailbox", Desk.Alice);

        JsonElement file = (await _desk.DoAsync("calendar", "export", name, "--mailbox", Desk.Alice)).Document;
        Outcome run = await _desk.DoAsync("calendar", "import", name, "--mailbox", "bob@contoso.com");
        Outcome again = await _desk.DoAsync("calendar", "import", name, "--mailbox", Desk.Alice);

        Assert.Equal((format, RichCalendar.Events), (file.GetProperty("format").GetString(), file.GetProperty("itemCount").GetInt32()));
        Assert.Equal(new FileInfo(_desk.Place(name)).Length, file.GetProperty("size").GetInt64());
        Assert.Empty(file.GetProperty("findings").EnumerateArray());
        Assert.Equal(RichCalendar.Events, run.Count("created"));
        Assert.Equal(RichCalendar.Events, again.Texts("reason").Count(reason => reason == "Identical"));
    }

    [Theory]
    [InlineData("kept.ics")]
    [InlineData("kept.json")]
    [InlineData("kept.csv")]
    [InlineData("kept.tsv")]
    [InlineData("file:kept.ndjson.gz")]
    public async Task A_backup_to_a_file_holds_the_whole_calendar(string destination)
    {
        await _desk.StockAsync(5);

        JsonElement file = (await _desk.DoAsync("backup", "create", "--mailbox", Desk.Alice, "--destination", destination)).Document;
        (await _desk.RunAsync("backup", "create", "--mailbox", Desk.Alice, "--destination", destination)).ExpectError(1, "FileExists");
        Outcome again = await _desk.DoAsync("calendar", "import", file.GetProperty("path").GetString()!, "--mailbox", Desk.Alice);

        Assert.Equal(5, again.Texts("reason").Count(reason => reason == "Identical"));
        _desk.ExpectTidy();
    }

    [Theory]
    [InlineData("file:recovered.csv")]
    [InlineData("file:recovered.json")]
    [InlineData("file:recovered.ndjson")]
    [InlineData("file:recovered.ics.gz")]
    [InlineData("recovered.csv.gz")]
    [Trait("Seed", "P8")]
    public async Task A_restore_into_a_file_is_done_once_and_taken_back(string destination)
    {
        await _desk.StockAsync(6);
        string audit = await _desk.LoseAsync(2, 5);
        string path = _desk.Place(destination[(destination.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        string[] restore = ["restore", "audit-log", "--path", audit, "--destination", destination, "--execute"];

        Outcome run = await _desk.DoAsync(restore);
        Outcome again = await _desk.DoAsync(restore);

        Assert.Equal((2, 0, 2), (run.Count("created"), again.Count("created"), again.Count("skipped")));
        Assert.Equal(["Event 2", "Event 5"], (await _desk.RunBareAsync("inspect", path, "--json")).Expect(0).Texts("summary"));
        await _desk.DoAsync("request", "undo", run.Document.GetProperty("requestId").GetString()!, "--execute");
        Assert.False(File.Exists(path));
        _desk.ExpectTidy();
    }

    [Fact]
    public async Task What_the_format_cannot_hold_is_said_before_the_file_is_written()
    {
        await _desk.DoAsync("calendar", "import", _desk.Write("rich.ics", RichCalendar.Text), "--mailbox", Desk.Alice);
        string[] export = ["calendar", "export", "out.csv", "--mailbox", Desk.Alice, "--no-metadata"];

        JsonElement plan = (await _desk.DoAsync([.. export, "--plan-only"])).Document;
        Assert.False(File.Exists(_desk.Place("out.csv")));
        JsonElement file = (await _desk.DoAsync(export)).Document;
        JsonElement backup = (await _desk.DoAsync("backup", "create", "--mailbox", Desk.Alice, "--destination", "copy.csv", "--no-metadata")).Document;
        Outcome people = (await _desk.RunPlainAsync([.. export, "--force"])).Expect(0);

        JsonElement loss = Assert.Single(file.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("message").GetString()!.Contains("'recurrence'", StringComparison.Ordinal));
        Assert.Equal(("Warning", "series@example.org"), (loss.GetProperty("severity").GetString(), loss.GetProperty("item").GetString()));
        Assert.Equal(file.GetProperty("findings").ToString(), plan.GetProperty("findings").ToString());
        Assert.Equal(file.GetProperty("findings").ToString(), backup.GetProperty("findings").ToString());
        Assert.Contains("warning: A table without its last column cannot hold all of 'recurrence'.", people.Error, StringComparison.Ordinal);
    }
}

using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Where lost appointments can go.</summary>
public sealed class DestinationTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("original:")]
    [InlineData("store:alice@contoso.com/Calendar")]
    [InlineData("store:alice@contoso.com/Recovered")]
    [InlineData("store:somebody-new@contoso.com/Somewhere")]
    [InlineData("file:recovered.ics")]
    [Trait("Seed", "P8")]
    [Trait("Seed", "P20")]
    public async Task Every_destination_gets_what_was_lost_once(string destination)
    {
        await _desk.StockAsync(6);
        string audit = await _desk.LoseAsync(2, 5);
        string[] restore = ["restore", "audit-log", "--path", audit, "--destination", destination, "--execute"];

        Outcome run = await _desk.DoAsync(restore);
        Assert.Equal(2, run.Count("created"));
        Outcome again = await _desk.DoAsync(restore);
        Assert.Equal((0, 2), (again.Count("created"), again.Count("skipped")));
        string[] subjects = await ReadAsync(destination);
        Assert.Superset(new HashSet<string> { "Event 2", "Event 5" }, subjects.ToHashSet());
        Assert.Equal(subjects.Distinct(), subjects);

        await _desk.DoAsync("request", "undo", run.Document.GetProperty("requestId").GetString()!, "--execute");
        Assert.DoesNotContain("Event 2", await ReadAsync(destination));
        _desk.ExpectTidy();
    }

    [Fact]
    public async Task A_file_of_any_name_is_written_in_the_format_that_is_named_and_undone()
    {
        _desk.WriteCalendar("in.ics", 2);

        await _desk.DoAsync("restore", "file", "--path", "in.ics", "--destination", "file:out.dat", "--format", "ICS", "--execute");
        Assert.True(File.Exists(_desk.Place("out.dat")));
        await _desk.DoAsync("request", "undo", "AppointmentRestore", "--execute");

        Assert.False(File.Exists(_desk.Place("out.dat")));
    }

    [Fact]
    public async Task Nothing_is_backed_up_to_a_file_that_does_not_hold_everything()
    {
        await _desk.StockAsync(1);

        (await _desk.RunAsync("backup", "create", "--mailbox", Desk.Alice, "--destination", "file:backup.graph.json")).ExpectError(1, "NotSupported");
        await _desk.DoAsync("calendar", "export", "export.graph.json", "--mailbox", Desk.Alice);

        Assert.False(File.Exists(_desk.Place("backup.graph.json")));
    }

    [Fact]
    [Trait("Seed", "P9")]
    public async Task A_file_that_exists_is_not_overwritten_unless_told_to()
    {
        await _desk.StockAsync(4);
        string audit = await _desk.LoseAsync(2);
        string file = _desk.WriteCalendar("taken.ics", 1);
        string before = await File.ReadAllTextAsync(file);
        string[] restore = ["restore", "audit-log", "--path", audit, "--destination", "file:taken.ics", "--execute"];

        (await _desk.RunAsync(restore)).ExpectError(1, "FileExists");
        (await _desk.RunAsync("calendar", "export", "taken.ics", "--mailbox", Desk.Alice)).ExpectError(1, "FileExists");
        (await _desk.RunAsync("backup", "create", "--mailbox", Desk.Alice, "--destination", "file:taken.ics")).ExpectError(1, "FileExists");
        (await _desk.RunAsync("audit", "export", "taken.ics")).ExpectError(1, "FileExists");
        Assert.Equal(before, await File.ReadAllTextAsync(file));

        await _desk.DoAsync([.. restore, "--force"]);
        Assert.Contains("SUMMARY:Event 2", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Seed", "P9")]
    [Trait("Seed", "P26")]
    public async Task An_export_of_nothing_keeps_the_good_file_and_says_so()
    {
        await _desk.StockAsync(2);
        string good = _desk.WriteCalendar("good.ics", 2);
        string before = await File.ReadAllTextAsync(good);

        Outcome run = await _desk.RunAsync("calendar", "export", good, "--mailbox", Desk.Alice, "--subject", "nothing of this kind", "--force");

        Assert.NotEqual(0, run.Code);
        Assert.Equal(before, await File.ReadAllTextAsync(good));
        _desk.ExpectTidy();
    }

    [Theory]
    [InlineData("store:alice@contoso.com/Calendar@nowhere/x:y:z", 0)]
    [InlineData("nowhere:alice", 2)]
    [InlineData("graph:alice@contoso.com/Calendar", 1)]
    [InlineData("backup:alice@contoso.com/Calendar", 2)]
    [InlineData("file:", 2)]
    [InlineData("file:recovered.graph.json", 1)]
    [InlineData("file:recovered.xyz", 1)]
    public async Task A_place_that_is_none_is_an_error_before_anything_happens(string destination, int code)
    {
        await _desk.StockAsync(3);
        string audit = await _desk.LoseAsync(2);
        if (code == 0)
        {
            // Names of calendars may hold almost anything.
            await _desk.DoAsync("restore", "audit-log", "--path", audit, "--destination", destination, "--execute");
            return;
        }

        string before = await _desk.ExportAsync();
        int requests = (await _desk.DoAsync("request", "list")).Items.Length;
        (await _desk.RunAsync("restore", "audit-log", "--path", audit, "--destination", destination, "--execute")).Expect(code);
        Assert.Equal(before, await _desk.ExportAsync());
        Assert.Equal(requests, (await _desk.DoAsync("request", "list")).Items.Length);
    }

    private async Task<string[]> ReadAsync(string destination)
    {
        if (destination == "file:recovered.ics")
        {
            string path = _desk.Place("recovered.ics");
            return File.Exists(path)
                ? [.. File.ReadAllLines(path).Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)).Select(line => line["SUMMARY:".Length..])]
                : [];
        }

        string[] place = destination == "original:" ? [Desk.Alice, "Calendar"] : destination["store:".Length..].Split('/');
        Outcome list = await _desk.RunAsync("appointment", "list", "--mailbox", place[0], "--calendar", place[1]);
        return list.Code == 0 ? list.Texts("subject") : [];
    }
}

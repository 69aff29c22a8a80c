using System.Text;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.BadInput;

/// <summary>Files that cannot be used, or not wholly: said clearly, and nothing half-written.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("calendar import", "missing", "FileNotFound")]
    [InlineData("calendar import", "empty", "InvalidData")]
    [InlineData("calendar import", "binary", "UnsupportedFormat")]
    [InlineData("calendar import", "prose", "UnsupportedFormat")]
    [InlineData("calendar import", "folder", "FileAccess")]
    [InlineData("restore audit-log", "missing", "FileNotFound")]
    [InlineData("restore audit-log", "empty", "InvalidData")]
    [InlineData("restore audit-log", "binary", "InvalidData")]
    [InlineData("restore audit-log", "folder", "FileAccess")]
    [InlineData("restore audit-log", "no-audit-data", "UnsupportedFormat")]
    [InlineData("restore audit-log", "no-record", "UnsupportedFormat")]
    [Trait("Seed", "P30")]
    public async Task A_file_that_is_not_what_is_asked_for_stops_the_run_and_changes_nothing(string verb, string kind, string code)
    {
        await _desk.StockAsync(2);
        string before = await _desk.ExportAsync();
        int requests = (await _desk.DoAsync("request", "list")).Items.Length;
        string file = Make(kind);

        string[] line = verb == "calendar import"
            ? ["calendar", "import", file, "--mailbox", "new@contoso.com"]
            : ["restore", "audit-log", "--path", file, "--execute"];
        JsonElement error = (await _desk.RunAsync(line)).ExpectError(1, code);

        Assert.Contains(file, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await _desk.ExportAsync());
        Assert.Equal(requests, (await _desk.DoAsync("request", "list")).Items.Length);
        Assert.Single((await _desk.DoAsync("calendar", "list")).Items);
        _desk.ExpectTidy();
    }

    [Fact]
    [Trait("Seed", "P24")]
    public async Task A_calendar_that_stops_in_the_middle_gives_what_is_whole_and_names_the_rest()
    {
        string text = await File.ReadAllTextAsync(_desk.WriteCalendar("whole.ics", 6));
        string cut = _desk.Place("cut.ics");
        await File.WriteAllTextAsync(cut, text[..text.IndexOf("SUMMARY:Event 6", StringComparison.Ordinal)]);

        Outcome run = (await _desk.RunAsync("calendar", "import", cut, "--mailbox", Desk.Alice)).Expect(3);

        Assert.Equal((6, 5, 1), (run.Count("found"), run.Count("created"), run.Count("failed")));
        JsonElement failed = Assert.Single(run.Items, item => item.GetProperty("action").GetString() == "Fail");
        Assert.Contains("cut.ics, line ", failed.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Items.Length);
    }

    [Fact]
    [Trait("Seed", "P24")]
    public async Task A_broken_row_of_an_audit_export_is_named_and_the_rest_goes_on()
    {
        await _desk.StockAsync(4);
        string audit = await _desk.LoseAsync(1, 2);
        await File.AppendAllTextAsync(audit, "3,2026-11-16,3,SoftDelete,x,\"{\"\"CreationTime\"\":\"\"2026\",,\r\n");

        Outcome run = (await _desk.RunAsync("restore", "audit-log", "--path", audit, "--execute")).Expect(3);

        Assert.Equal((3, 2, 1), (run.Count("found"), run.Count("created"), run.Count("failed")));
        JsonElement failed = Assert.Single(run.Items, item => item.GetProperty("action").GetString() == "Fail");
        Assert.Equal(3, failed.GetProperty("record").GetProperty("row").GetInt64());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task Unicode_with_a_mark_is_read_in_every_form(string name)
    {
        string file = _desk.Place("marked.ics");
        await File.WriteAllTextAsync(file, CalendarText.Of([CalendarEvent.Number(1) with { Subject = "Müller – 10 €" }]), Encoding.GetEncoding(name));

        await _desk.DoAsync("calendar", "import", file, "--mailbox", Desk.Alice);

        Assert.Equal("Müller – 10 €", (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Items.Single().GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Latin_1_is_read_as_what_it_is()
    {
        string file = _desk.Place("latin.ics");
        await File.WriteAllTextAsync(file, CalendarText.Of([CalendarEvent.Number(1) with { Subject = "Müller" }]), Encoding.Latin1);

        await _desk.DoAsync("calendar", "import", file, "--mailbox", Desk.Alice);

        Assert.Equal("Müller", (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Items.Single().GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_line_of_50_MB_is_no_reason_to_fall_over()
    {
        string file = _desk.Place("line.csv");
        await File.WriteAllTextAsync(file, "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n1,2,3,4,5,\"" + new string('x', 50_000_000) + "\"\r\n");

        Outcome run = await _desk.DoAsync("restore", "audit-log", "--path", file);

        Assert.Equal(1, run.Count("failed"));
        Assert.True(run.Output.Length < 10_000);
    }

    private string Make(string kind)
    {
        string path = _desk.Place(kind);
        switch (kind)
        {
            case "empty":
                File.WriteAllText(path, "");
                break;
            case "binary":
                byte[] noise = new byte[5000];
                new Random(7).NextBytes(noise);
                File.WriteAllBytes(path, noise);
                break;
            case "prose":
                File.WriteAllText(path, "It was a dark and stormy night.\r\n");
                break;
            case "folder":
                Directory.CreateDirectory(path);
                break;
            case "no-audit-data":
                File.WriteAllText(path, "RecordId,CreationDate\r\n1,2\r\n");
                break;
            case "no-record":
                File.WriteAllText(path, "{\"a\":1}");
                break;
        }

        return path;
    }
}

using System.Text;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary><c>convert</c>: files, folders and streams.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("step.json")]
    [InlineData("step.ndjson.gz")]
    [InlineData("step.csv")]
    [InlineData("step.csv.gz")]
    [InlineData("step.ics.gz")]
    public async Task There_and_back_nothing_is_lost(string step)
    {
        _desk.Write("rich.ics", RichCalendar.Text);

        JsonElement there = Assert.Single((await ConvertAsync("rich.ics", step, "--json")).Expect(0).Items);
        (await ConvertAsync(step, "back.ics")).Expect(0);

        Assert.Equal(("Converted", RichCalendar.Events), (there.GetProperty("outcome").GetString(), there.GetProperty("itemCount").GetInt32()));
        Assert.Equal(await InspectAsync("rich.ics"), await InspectAsync("back.ics"));
    }

    [Fact]
    public async Task A_folder_becomes_a_folder_and_one_bad_file_stops_nothing()
    {
        Directory.CreateDirectory(_desk.Place("in/below"));
        _desk.Write("in/a.ics", RichCalendar.Text);
        _desk.Write("in/b.ics", "no calendar");
        _desk.Write("in/c.json", "");
        _desk.Write("in/below/d.ics.gz", RichCalendar.Text);
        File.WriteAllBytes(_desk.Place("in/e.ics.gz"), (await File.ReadAllBytesAsync(_desk.Place("in/below/d.ics.gz")))[..100]);

        Outcome run = (await ConvertAsync("in", "out", "--to", "json", "--json")).Expect(3);

        Assert.Equal(["Converted", "Failed", "Converted", "Failed", "Failed"], run.Texts("outcome"));
        Assert.Equal(["", "UnsupportedFormat", "", "InvalidData", "InvalidData"], run.Texts("failure"));
        Assert.All(run.Items, item => Assert.Equal(item.GetProperty("failure").ValueKind == JsonValueKind.Null, File.Exists(item.GetProperty("target").GetString())));
        Assert.True(File.Exists(_desk.Place("out/below/d.json")));
        Outcome people = (await ConvertAsync("in", "out", "--to", "json", "--force")).Expect(3);
        Assert.Contains("b.ics", people.Output, StringComparison.Ordinal);
        _desk.ExpectTidy();
    }

    [Fact]
    public async Task A_wildcard_takes_the_files_that_fit()
    {
        Directory.CreateDirectory(_desk.Place("in"));
        _desk.Write("in/a.ics", RichCalendar.Text);
        _desk.Write("in/b.ics", RichCalendar.Text);
        _desk.Write("in/c.txt", "not this one");

        Outcome run = (await ConvertAsync("in/*.ics", "out", "--to", "csv", "--json")).Expect(0);

        Assert.Equal([_desk.Place("out/a.csv"), _desk.Place("out/b.csv")], run.Texts("target"));
        (await ConvertAsync("in/*.xyz", "out", "--to", "csv", "--json")).ExpectError(1, "FileNotFound");
    }

    [Fact]
    public async Task Several_files_go_into_a_folder()
    {
        _desk.Write("a.ics", RichCalendar.Text);
        _desk.Write("b.ics", RichCalendar.Text);

        Outcome run = (await ConvertAsync("a.ics", "b.ics", "missing.ics", "out", "--to", "csv", "--json")).Expect(3);

        Assert.Equal(["Converted", "Converted", "Failed"], run.Texts("outcome"));
        Assert.Equal([_desk.Place("out/a.csv"), _desk.Place("out/b.csv")], Directory.EnumerateFiles(_desk.Place("out")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("missing.ics out.json", 1, "FileNotFound")]
    [InlineData("rich.ics taken.json", 1, "FileExists")]
    [InlineData("rich.ics out.xyz", 1, "UnsupportedFormat")]
    [InlineData("rich.ics out.json --from CSV", 1, "UnsupportedFormat")]
    [InlineData("rich.ics out.json --to XYZ", 1, "UnsupportedFormat")]
    [InlineData("rich.ics no/such/folder/out.json", 1, "FileAccess")]
    [InlineData(". out", 2, "InvalidArgument")]
    [InlineData("rich.ics out.json --time-zone Mars/Base", 2, "TimeZoneNotFound")]
    [InlineData("rich.ics out.json --culture nonsense", 2, "InvalidArgument")]
    [InlineData("rich.ics - out --to json", 2, "InvalidArgument")]
    public async Task What_cannot_be_converted_leaves_nothing(string line, int exitCode, string code)
    {
        _desk.Write("rich.ics", RichCalendar.Text);
        _desk.Write("taken.json", "taken");

        (await ConvertAsync([.. line.Split(' '), "--json"])).ExpectError(exitCode, code);

        Assert.Equal("taken", await File.ReadAllTextAsync(_desk.Place("taken.json")));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_desk.Home).Count());
    }

    [Fact]
    public async Task Standard_input_and_output_are_files_too()
    {
        byte[] rich = Encoding.UTF8.GetBytes(RichCalendar.Text);

        Outcome json = (await _desk.RunWithInputAsync(rich, "convert", "-", "-", "--to", "json")).Expect(0);
        Outcome back = (await _desk.RunWithInputAsync(Encoding.UTF8.GetBytes(json.Output), "convert", "-", "-")).Expect(0);

        Assert.Equal(RichCalendar.Events, json.Document.GetProperty("appointments").GetArrayLength());
        Assert.Contains("UID:series@example.org", back.Output, StringComparison.Ordinal);
        (await _desk.RunWithInputAsync([], "convert", "-", "out.json", "--json")).ExpectError(1, "InvalidData");
        string message = (await _desk.RunWithInputAsync([1, 2, 3], "convert", "-", "out.json", "--json"))
            .ExpectError(1, "UnsupportedFormat").GetProperty("message").GetString()!;
        Assert.Contains("standard input", message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_desk.Home));
    }

    [Fact]
    public async Task What_a_table_cannot_hold_is_said_wherever_it_goes()
    {
        _desk.Write("rich.ics", RichCalendar.Text);
        string[] convert = ["rich.ics", "out.csv", "--no-metadata"];

        JsonElement plan = Assert.Single((await ConvertAsync([.. convert, "--plan-only", "--json"])).Expect(0).Items);
        Assert.False(File.Exists(_desk.Place("out.csv")));
        JsonElement file = Assert.Single((await ConvertAsync([.. convert, "--json"])).Expect(0).Items);
        Outcome piped = (await ConvertAsync("rich.ics", "-", "--to", "csv", "--no-metadata", "--json")).Expect(0);
        Outcome people = (await ConvertAsync("rich.ics", "-", "--to", "csv", "--no-metadata")).Expect(0);

        string findings = file.GetProperty("findings").ToString();
        Assert.Contains("'recurrence'", findings, StringComparison.Ordinal);
        Assert.Equal(findings, plan.GetProperty("findings").ToString());
        using JsonDocument aside = JsonDocument.Parse(piped.Error);
        Assert.Equal(findings, aside.RootElement.GetProperty("findings").ToString());
        Assert.Equal(await File.ReadAllTextAsync(_desk.Place("out.csv"), new UTF8Encoding(false)), piped.Output);
        Assert.Contains("warning: ", people.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Graph_cannot_hold_is_said_and_what_it_cannot_take_left_out()
    {
        string[] events = ["UID:1\r\nDTSTART:20260310T090000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nGEO:1;2", "UID:2\r\nDTSTART:20260310T090000Z\r\nRRULE:FREQ=HOURLY", "UID:3"];
        _desk.Write("in.ics", $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events.Select(lines => $"BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n");

        JsonElement file = Assert.Single((await ConvertAsync("in.ics", "out.graph.json", "--json")).Expect(3).Items);
        JsonElement back = Assert.Single((await _desk.RunBareAsync("inspect", "out.graph.json", "--json")).Expect(0).Items);

        Assert.Equal(("Graph", "Partial", 1), (file.GetProperty("targetFormat").GetString(), file.GetProperty("outcome").GetString(), file.GetProperty("itemCount").GetInt32()));
        string[] losses = [.. file.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("code").GetString() == "NotSupported").Select(finding => finding.GetProperty("severity").GetString()!)];
        Assert.Equal(["Warning", "Error", "Error"], losses);
        Assert.Equal(("1", "FREQ=WEEKLY;BYDAY=TU;WKST=MO;COUNT=3"), (back.GetProperty("uid").GetString(), back.GetProperty("rrule")[0].GetString()));
    }

    private Task<Outcome> ConvertAsync(params string[] arguments) => _desk.RunBareAsync(["convert", .. arguments]);

    private async Task<string[]> InspectAsync(string name)
        => [.. (await _desk.RunBareAsync("inspect", name, "--json")).Expect(0).Items.Select(item => item.ToString()[item.ToString().IndexOf("\"itemClass\"", StringComparison.Ordinal)..])];
}

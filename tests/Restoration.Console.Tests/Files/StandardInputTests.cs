using System.Text;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary>Imports of what is piped in.</summary>
public sealed class StandardInputTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task What_is_piped_in_is_imported_and_named_as_what_it_is()
    {
        Outcome run = (await ImportAsync(RichCalendar.Cut)).Expect(3);

        Assert.Equal((4, 3, 1), (run.Count("found"), run.Count("created"), run.Count("failed")));
        Assert.Equal("file:standard input", run.Document.GetProperty("source").GetString());
        JsonElement failed = Assert.Single(run.Items, item => item.GetProperty("action").GetString() == "Fail");
        Assert.StartsWith("standard input, line ", failed.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_alone()
    {
        _desk.Write("rich.ics", RichCalendar.Text);

        (await ImportAsync(RichCalendar.Text, "rich.ics")).ExpectError(2, "InvalidArgument");
    }

    [Fact]
    public async Task An_import_that_stopped_says_that_what_was_piped_in_is_gone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _desk.WriteCalendar("many.ics", 3000);
        using (System.Diagnostics.Process full = ConsoleProgram.StartInShell(
            _desk.Home,
            "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 2500; exec < many.ics",
            ["calendar", "import", "-", "--mailbox", Desk.Alice, "--store", _desk.Store, "--json"]))
        {
            Assert.Contains((await ConsoleProgram.EndAsync(full)).Expect(1).ErrorDocument.GetProperty("code").GetString(), new[] { "DiskFull", "FileAccess" });
        }

        string message = (await _desk.RunAsync("request", "resume", @"alice\Import")).ExpectError(1, "SourceChanged").GetProperty("message").GetString()!;
        Assert.Contains("standard input", message, StringComparison.Ordinal);
        Outcome again = (await ImportAsync(await File.ReadAllTextAsync(_desk.Place("many.ics")))).Expect(0);

        Assert.Equal((3000, 0), (again.Count("found"), again.Count("failed")));
        Assert.Equal(3000, (await _desk.DoAsync("calendar", "list")).Items.Single().GetProperty("itemCount").GetInt32());
    }

    private Task<Outcome> ImportAsync(string text, params string[] others)
        => _desk.RunWithInputAsync(Encoding.UTF8.GetBytes(text), ["calendar", "import", "-", .. others, "--mailbox", Desk.Alice, "--json"]);
}

using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>What can be typed.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly string[] Global = ["--store", "--user", "--json", "--yes"];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(VerbTable.All), MemberType = typeof(VerbTable))]
    public async Task Every_verb_explains_itself_and_each_of_its_options(string verb)
    {
        Outcome help = (await _desk.RunBareAsync([.. verb.Split(' '), "--help"])).Expect(0);

        Assert.Contains($"restoration {verb}", help.Output, StringComparison.Ordinal);
        Assert.All(Global, option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        string[] lines = [.. help.Output.Split('\n').Where(line => line.StartsWith("  -", StringComparison.Ordinal))];
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"^  -\S.*\s{2,}\S.*[.\]\)]\s*$|^  -\S.*\s{2,}\S", line));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_desk.Home));
    }

    [Theory]
    [MemberData(nameof(VerbTable.All), MemberType = typeof(VerbTable))]
    public async Task An_unknown_option_is_a_usage_error(string verb)
    {
        Outcome run = await _desk.RunBareAsync([.. VerbTable.Without(verb, ""), "--frobnicate", "--json"]);

        string message = run.ExpectError(2, "Usage").GetProperty("message").GetString()!;
        Assert.Contains("--frobnicate", message, StringComparison.Ordinal);
        Assert.Contains($"restoration {verb} --help", message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_desk.Home));
    }

    [Theory]
    [MemberData(nameof(VerbTable.Needs), MemberType = typeof(VerbTable))]
    public async Task What_is_missing_is_a_usage_error(string verb, string missing)
    {
        Outcome run = await _desk.RunBareAsync([.. VerbTable.Without(verb, missing), "--json"]);

        run.ExpectError(2, "Usage");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_desk.Home));
    }

    [Theory]
    [InlineData("")]
    [InlineData("calendar")]
    [InlineData("restore")]
    [InlineData("frobnicate")]
    [InlineData("calendar frobnicate")]
    [InlineData("store downgrade --to nowhere")]
    [InlineData("restore audit-log --conflict-resolution-option Whatever")]
    public async Task A_command_line_that_names_no_verb_or_no_value_is_a_usage_error(string line)
    {
        Outcome run = await _desk.RunBareAsync([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--json"]);

        run.ExpectError(2, "Usage");
    }

    [Fact]
    public async Task The_version_is_the_modules()
    {
        Outcome version = (await _desk.RunBareAsync("--version")).Expect(0);

        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output.Trim());
    }

    [Fact]
    public async Task Without_a_name_the_store_is_where_the_environment_says_or_in_the_data_folder()
    {
        (await _desk.RunBareAsync("calendar", "create", "--mailbox", Desk.Alice)).Expect(0);
        Assert.Single(Directory.EnumerateFiles(_desk.Home, "restoration.db", SearchOption.AllDirectories));

        Dictionary<string, string> environment = new() { ["RESTORATION_STORE"] = _desk.Place("other.db"), ["RESTORATION_USER"] = "carol" };
        (await ConsoleProgram.EndAsync(ConsoleProgram.Start(_desk.Home, ["calendar", "create", "--mailbox", "bob@contoso.com"], environment))).Expect(0);
        Outcome trail = (await _desk.RunBareAsync("audit", "list", "--store", _desk.Place("other.db"), "--json")).Expect(0);
        Assert.Contains("carol", trail.Texts("actor"));
    }

    [Fact]
    public async Task Who_acts_is_whom_the_option_names()
    {
        await _desk.DoAsync("calendar", "create", "--mailbox", Desk.Alice, "--user", "dave");

        Assert.Equal("dave", (await _desk.DoAsync("audit", "list", "--operation", "CalendarCreate")).Items.Single().GetProperty("actor").GetString());
    }
}

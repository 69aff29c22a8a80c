using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>The six values of the conflict option, through the program.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    // Event 1 is missing, event 2 identical, event 3 newer in the file, event 4 older in the file.
    [Theory]
    [InlineData("KeepTargetItem", 4, "Create,Skip,Skip,Skip", new[] { "Event 1", "Event 2", "Event 3", "Event 4" })]
    [InlineData("KeepSourceItem", 0, "Create,Skip,Replace,Replace", new[] { "Event 1", "Event 2", "File 3", "File 4" })]
    [InlineData("KeepLatestItem", 0, "Create,Skip,Replace,Skip", new[] { "Event 1", "Event 2", "Event 4", "File 3" })]
    [InlineData("UpdateFromSource", 0, "Create,Skip,Update,Update", new[] { "Event 1", "Event 2", "File 3", "File 4" })]
    [InlineData("KeepAll", 0, "Create,Skip,Create,Create", new[] { "Event 1", "Event 2", "Event 3", "Event 4", "File 3", "File 4" })]
    [InlineData("ForceCopy", 0, "Create,Create,Create,Create", new[] { "Event 1", "Event 2", "Event 2", "Event 3", "Event 4", "File 3", "File 4" })]
    [Trait("Seed", "P2")]
    public async Task Each_value_does_what_the_table_says_and_undo_takes_it_back(string option, int code, string actions, string[] subjects)
    {
        await _desk.DoAsync("calendar", "import", Write("target.ics", 2, 5, "Event"), "--mailbox", Desk.Alice);
        string before = await _desk.ExportAsync();

        Outcome run = await _desk.RunAsync("calendar", "import", WriteSource(), "--mailbox", Desk.Alice, "--conflict-resolution-option", option);

        run.Expect(code);
        Assert.Equal(actions, string.Join(',', run.Texts("action")));
        Assert.Equal(
            run.Count("found"), run.Count("created") + run.Count("replaced") + run.Count("updated") + run.Count("skipped") + run.Count("failed"));
        Outcome list = await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice);
        Assert.Equal(subjects, list.Texts("subject").Order(StringComparer.Ordinal));

        await _desk.DoAsync("request", "undo", run.Document.GetProperty("requestId").GetString()!, "--execute");
        Assert.Equal(before, await _desk.ExportAsync());
        await _desk.ExpectWholeTrailAsync();
    }

    [Theory]
    [InlineData("KeepSourceItem")]
    [InlineData("KeepLatestItem")]
    [InlineData("UpdateFromSource")]
    public async Task What_was_taken_over_is_identical_when_it_comes_again(string option)
    {
        await _desk.DoAsync("calendar", "import", Write("target.ics", 2, 5, "Event"), "--mailbox", Desk.Alice);
        string[] import = ["calendar", "import", WriteSource(), "--mailbox", Desk.Alice, "--conflict-resolution-option", option];
        await _desk.DoAsync(import);
        string after = await _desk.ExportAsync();

        Outcome again = await _desk.DoAsync(import);

        Assert.All(again.Texts("action"), action => Assert.Equal("Skip", action));
        Assert.Equal(after, await _desk.ExportAsync());
    }

    [Fact]
    public async Task An_undo_leaves_alone_what_was_changed_since_unless_forced()
    {
        await _desk.StockAsync(3);
        string id = (await _desk.DoAsync("request", "list")).Items.Single().GetProperty("requestId").GetString()!;
        await _desk.DoAsync("calendar", "import", WriteSource(), "--mailbox", Desk.Alice, "--conflict-resolution-option", "KeepSourceItem");

        Outcome undo = (await _desk.RunAsync("request", "undo", id, "--execute")).Expect(4);
        Assert.Equal("Conflict", undo.Items.Single(item => item.GetProperty("uid").GetString() == CalendarEvent.UidOf(3)).GetProperty("reason").GetString());
        Outcome people = (await _desk.RunPlainAsync("request", "undo", id)).Expect(0);
        Assert.Contains("--force", people.Output, StringComparison.Ordinal);

        await _desk.DoAsync("request", "undo", id, "--execute", "--force");
        Assert.DoesNotContain("File 3", (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Texts("subject"));
    }

    private string WriteSource() => _desk.WriteCalendar("source.ics", 4, number => CalendarEvent.Number(number) with
    {
        Subject = number < 3 ? CalendarEvent.SubjectOf(number) : $"File {number}",
        Sequence = number switch { 3 => 9, 4 => 1, _ => 5 },
    });

    private string Write(string name, int first, int sequence, string word)
        => _desk.WriteCalendar(name, 5 - first, i => CalendarEvent.Number(i + first - 1) with { Subject = $"{word} {i + first - 1}", Sequence = sequence });
}

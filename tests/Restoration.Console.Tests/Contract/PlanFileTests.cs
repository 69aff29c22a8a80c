using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Plans in files: reviewed now, executed later as they were reviewed.</summary>
public sealed class PlanFileTests : IDisposable
{
    private static readonly string[] Execute = ["restore", "audit-log", "--plan-path", "plan.jsonl", "--execute"];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_saved_plan_is_executed_as_it_is()
    {
        string whole = await PlanAsync();

        // Lost since: the plan does not know of it.
        await _desk.DoAsync("appointment", "remove", "--mailbox", Desk.Alice, "--uid", CalendarEvent.UidOf(3), "--execute");
        Outcome run = await _desk.DoAsync(Execute);
        Outcome again = await _desk.DoAsync(Execute);

        Assert.Equal(["Event 2", "Event 5"], run.Texts("subject"));
        Assert.Equal("Completed", run.Document.GetProperty("status").GetString());
        Assert.Equal((2, 0, 2), (run.Count("created"), again.Count("created"), again.Count("skipped")));
        await _desk.DoAsync("restore", "audit-log", "--execute");
        Assert.Equal(whole, await _desk.ExportAsync());
    }

    [Fact]
    public async Task What_is_not_as_it_was_when_the_plan_was_made_is_a_conflict()
    {
        await PlanAsync();
        _desk.WriteCalendar("other.ics", 1, _ => CalendarEvent.Number(5) with { Subject = "Another version" });
        await _desk.DoAsync("calendar", "import", "other.ics", "--mailbox", Desk.Alice);

        Outcome run = (await _desk.RunAsync(Execute)).Expect(4);

        Assert.Equal(["Create", "Skip"], run.Texts("action"));
        Assert.Equal(["Missing", "Conflict"], run.Texts("reason"));
        Assert.Contains("Another version", (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Texts("subject"));
    }

    [Theory]
    [InlineData("--subject", "*")]
    [InlineData("--destination", "file:x.ics")]
    [InlineData("--conflict-resolution-option", "KeepAll")]
    [InlineData("--allow-placeholder", null)]
    public async Task A_saved_plan_takes_no_other_options(string option, string? value)
    {
        await PlanAsync();

        JsonElement error = (await _desk.RunAsync([.. Execute, option, .. value is null ? [] : new[] { value }])).ExpectError(2, "InvalidArgument");

        Assert.Equal(option, error.GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData("missing", "FileNotFound")]
    [InlineData("empty", "InvalidData")]
    [InlineData("other", "InvalidData")]
    [InlineData("cut", "InvalidData")]
    [InlineData("changed", "InvalidData")]
    public async Task A_file_that_is_no_whole_plan_changes_nothing(string kind, string code)
    {
        await PlanAsync();
        string path = _desk.Place("plan.jsonl");
        string plan = await File.ReadAllTextAsync(path);
        File.Delete(path);
        if (kind != "missing")
        {
            await File.WriteAllTextAsync(path, kind switch
            {
                "empty" => "",
                "other" => "{\"a\":1}\n",
                "cut" => plan[..(plan.Length / 2)],
                _ => plan.Replace("Event 5", "Event 6", StringComparison.Ordinal),
            });
        }

        string before = await _desk.ExportAsync();
        Assert.Contains("plan.jsonl", (await _desk.RunAsync(Execute)).ExpectError(1, code).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await _desk.ExportAsync());
    }

    [Fact]
    public async Task A_plan_is_not_written_over_another_file()
    {
        await PlanAsync();
        string[] plan = ["restore", "audit-log", "--path", "audit.csv", "--plan-path", "plan.jsonl"];

        (await _desk.RunAsync(plan)).ExpectError(1, "FileExists");
        await _desk.DoAsync([.. plan, "--force"]);
        _desk.ExpectTidy();
    }

    private async Task<string> PlanAsync()
    {
        await _desk.StockAsync(6);
        string whole = await _desk.ExportAsync();
        string audit = await _desk.LoseAsync(2, 5);
        Outcome plan = await _desk.DoAsync("restore", "audit-log", "--path", audit, "--plan-path", "plan.jsonl");
        Assert.Equal("Planned", plan.Document.GetProperty("status").GetString());
        return whole;
    }
}

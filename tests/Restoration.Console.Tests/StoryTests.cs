using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests;

/// <summary>The story that the program is for, from end to end.</summary>
public sealed class StoryTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    [Trait("Seed", "P17")]
    [Trait("Seed", "P18")]
    public async Task What_the_audit_log_says_was_lost_comes_back_once_and_can_be_taken_back()
    {
        await _desk.StockAsync(12);
        string whole = await _desk.ExportAsync();
        string audit = await _desk.LoseAsync(2, 3, 7);
        string lost = await _desk.ExportAsync();
        Assert.NotEqual(whole, lost);

        Outcome plan = await _desk.DoAsync("restore", "audit-log", "--path", audit);
        Assert.Equal("Planned", plan.Document.GetProperty("status").GetString());
        Assert.Equal(["Event 2", "Event 3", "Event 7"], plan.Texts("subject"));
        Assert.Equal(lost, await _desk.ExportAsync());

        Outcome run = await _desk.DoAsync("restore", "audit-log", "--path", audit, "--execute");
        Assert.Equal("Completed", run.Document.GetProperty("status").GetString());
        Assert.Equal((3, 3), (run.Count("found"), run.Count("created")));
        Assert.Equal(plan.Texts("uid"), run.Texts("uid"));
        Assert.Equal(whole, await _desk.ExportAsync());

        Outcome again = await _desk.DoAsync("restore", "audit-log", "--path", audit, "--execute");
        Assert.Equal((0, 3), (again.Count("created"), again.Count("skipped")));
        Assert.Equal(whole, await _desk.ExportAsync());

        string id = run.Document.GetProperty("requestId").GetString()!;
        await _desk.DoAsync("request", "undo", id, "--execute");
        Assert.Equal(lost, await _desk.ExportAsync());
        await _desk.ExpectWholeTrailAsync();
        _desk.ExpectTidy();
    }

    [Fact]
    [Trait("Seed", "P14")]
    [Trait("Seed", "P18")]
    public async Task The_own_trail_is_an_audit_log_too()
    {
        await _desk.StockAsync(5);
        string whole = await _desk.ExportAsync();
        await _desk.LoseAsync(1, 4);

        Outcome run = await _desk.DoAsync("restore", "audit-log", "--execute");

        Assert.Equal(2, run.Count("created"));
        Assert.Equal(whole, await _desk.ExportAsync());
    }

    [Fact]
    public async Task The_demo_plays_the_story_and_leaves_nothing_behind()
    {
        Outcome demo = (await _desk.RunBareAsync("demo", "--json")).Expect(0);

        Assert.True(demo.Document.GetProperty("succeeded").GetBoolean());
        Assert.All(demo.Document.GetProperty("steps").EnumerateArray(), step => Assert.True(step.GetProperty("succeeded").GetBoolean(), step.ToString()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_desk.Home));
    }

    [Fact]
    public async Task The_demo_keeps_its_store_when_told_to()
    {
        Outcome demo = (await _desk.RunBareAsync("demo", "--keep", "--json")).Expect(0);

        string store = demo.Document.GetProperty("store").GetString()!;
        JsonElement calendar = Assert.Single((await _desk.RunBareAsync("calendar", "list", "--store", store, "--json")).Expect(0).Items);
        Assert.Equal(Desk.Alice, calendar.GetProperty("mailbox").GetString());
    }
}

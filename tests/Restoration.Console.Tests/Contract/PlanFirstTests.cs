using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Nothing is changed before it was asked for.</summary>
public sealed class PlanFirstTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("calendar remove --mailbox alice@contoso.com")]
    [InlineData("appointment remove --mailbox alice@contoso.com --subject *")]
    [InlineData("backup remove alice@contoso.com/Calendar")]
    [InlineData(@"request undo alice\Import")]
    [InlineData("store downgrade --to 0")]
    [InlineData("restore audit-log --path audit.csv")]
    [InlineData("restore file --path stock.ics --destination store:bob@contoso.com/New")]
    [InlineData("restore backup --source backup:alice@contoso.com/Calendar --destination store:bob@contoso.com/New")]
    [InlineData("config remove 1")]
    [InlineData("restore audit-log --path audit.csv --execute --plan-only")]
    [Trait("Seed", "P6")]
    public async Task Without_execute_there_is_a_plan_and_no_change(string line)
    {
        await _desk.StockAsync(3);
        _desk.WriteAuditExport("audit.csv", 1);
        byte[] before = await File.ReadAllBytesAsync(_desk.Store);

        await _desk.DoAsync(line.Split(' '));
        Outcome people = (await _desk.RunPlainAsync(line.Split(' '))).Expect(0);

        Assert.Contains("Nothing was changed. Add --execute to do it.", people.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_desk.Store));
    }

    [Theory]
    [InlineData("calendar remove --mailbox alice@contoso.com --execute", "calendar list")]
    [InlineData("appointment remove --mailbox alice@contoso.com --subject * --execute --yes", "appointment list --mailbox alice@contoso.com")]
    [InlineData("backup remove alice@contoso.com/Calendar --execute --yes", "backup list")]
    [InlineData(@"request undo alice\Import --execute", "calendar list")]
    public async Task With_execute_it_is_done_and_gone(string line, string list)
    {
        await _desk.StockAsync(3);
        Assert.NotEmpty((await _desk.DoAsync(list.Split(' '))).Items);

        await _desk.DoAsync(line.Split(' '));

        Assert.Empty((await _desk.DoAsync(list.Split(' '))).Items);
        await _desk.ExpectWholeTrailAsync();
    }

    [Theory]
    [InlineData("calendar remove --mailbox alice@contoso.com --execute", @"alice\Removal")]
    [InlineData("appointment remove --mailbox alice@contoso.com --subject *1 --execute", @"alice\Removal")]
    public async Task What_was_removed_comes_back_by_an_undo(string line, string request)
    {
        await _desk.StockAsync(12);
        string before = await _desk.ExportAsync();

        await _desk.DoAsync(line.Split(' '));
        await _desk.DoAsync("request", "undo", request, "--execute");

        Assert.Equal(before, await _desk.ExportAsync());
    }

    [Fact]
    [Trait("Seed", "P6")]
    public async Task A_plan_leaves_no_request_and_no_entry_in_the_trail()
    {
        await _desk.StockAsync(3);
        string audit = await _desk.LoseAsync(1);
        int entries = (await _desk.DoAsync("audit", "list")).Items.Length;
        int requests = (await _desk.DoAsync("request", "list")).Items.Length;

        await _desk.DoAsync("restore", "audit-log", "--path", audit);

        Assert.Equal(entries, (await _desk.DoAsync("audit", "list")).Items.Length);
        Assert.Equal(requests, (await _desk.DoAsync("request", "list")).Items.Length);
    }

    [Fact]
    public async Task The_store_goes_down_and_up_again()
    {
        await _desk.StockAsync(1);
        int latest = (await _desk.DoAsync("store", "status")).Document.GetProperty("latestVersion").GetInt32();

        JsonElement down = (await _desk.DoAsync("store", "downgrade", "--to", "0", "--execute", "--yes")).Document;
        Assert.Equal(0, down.GetProperty("version").GetInt32());
        (await _desk.RunAsync("calendar", "list")).ExpectError(1, "StoreOutdated");
        JsonElement up = (await _desk.DoAsync("store", "upgrade")).Document;

        Assert.Equal(latest, up.GetProperty("version").GetInt32());
        Assert.Empty((await _desk.DoAsync("calendar", "list")).Items);
    }
}

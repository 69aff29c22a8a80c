using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

public sealed class StoreCopyTests : IDisposable
{
    private readonly Desk _desk = new();

    public static TheoryData<string> Kinds => SharedStore.Kinds;

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_store_is_copied_and_a_copy_of_the_copy_is_the_same(string kind)
    {
        await _desk.StockAsync(5);
        using Desk other = new();
        await using SharedStore there = await SharedStore.CreateAsync(kind, other);
        JsonElement copied = (await _desk.DoAsync("store", "copy", "--to", there.Address)).Document;
        Assert.Equal((_desk.Store, 5), (copied.GetProperty("source").GetString(), copied.GetProperty("contents").GetInt32()));
        Assert.DoesNotContain('?', copied.GetProperty("store").GetString()!);

        using Desk back = new();
        (await _desk.RunBareAsync("store", "copy", "--store", there.Address, "--to", back.Store, "--json")).Expect(0);
        Assert.Equal(await _desk.ExportAsync(), await back.ExportAsync());
        await back.ExpectWholeTrailAsync();
        Assert.Equal(2, (await back.DoAsync("audit", "list")).Texts("operation").Count(operation => operation == "StoreCopy"));
        await back.DoAsync("request", "undo", @"alice\Import", "--execute", "--yes");
    }

    [Fact]
    public async Task What_has_something_in_it_is_not_copied_to()
    {
        await _desk.StockAsync(1);
        (await _desk.RunAsync("store", "copy", "--to", _desk.Store)).ExpectError(1, "AlreadyExists");
        using Desk other = new();
        await other.StockAsync(2);
        (await _desk.RunAsync("store", "copy", "--to", other.Store)).ExpectError(1, "AlreadyExists");
        (await _desk.RunAsync("store", "copy", "--to", _desk.Write("text.db", "no store at all"))).ExpectError(1, "StoreForeign");
    }

    [Fact]
    public async Task What_is_not_there_is_not_copied_and_nothing_is_made()
    {
        (await _desk.RunAsync("store", "copy", "--to", _desk.Place("copy.db"))).ExpectError(1, "FileNotFound");
        Assert.Empty(Directory.EnumerateFiles(_desk.Home, "*.db"));
    }

    [Fact]
    public async Task Only_an_administrator_copies()
    {
        await _desk.StockAsync(1);
        await _desk.DoAsync("user", "create", "olaf", "--role", "Operator");
        (await _desk.RunAsync("store", "copy", "--to", _desk.Place("copy.db"), "--user", "olaf")).ExpectError(1, "PermissionDenied");
        Assert.False(File.Exists(_desk.Place("copy.db")));
    }
}

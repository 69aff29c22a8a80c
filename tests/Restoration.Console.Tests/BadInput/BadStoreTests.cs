using Microsoft.Data.Sqlite;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.BadInput;

/// <summary>Stores that cannot be used.</summary>
public sealed class BadStoreTests : IDisposable
{
    private static readonly string[] Import = ["calendar", "import", "stock.ics", "--mailbox", "new@contoso.com"];

    private readonly Desk _desk = new();

    static BadStoreTests() => SQLitePCL.Batteries_V2.Init();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("foreign", "StoreForeign")]
    [InlineData("text", "StoreForeign")]
    [InlineData("newer", "StoreTooNew")]
    [InlineData("corrupt", "StoreCorrupt")]
    public async Task A_store_that_is_none_of_ours_is_refused_and_not_touched(string kind, string code)
    {
        await _desk.StockAsync(40);
        Spoil(kind);
        byte[] before = await File.ReadAllBytesAsync(_desk.Store);

        string message = (await _desk.RunAsync(Import)).ExpectError(1, code).GetProperty("message").GetString()!;

        Assert.Contains(_desk.Store, message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_desk.Store));
    }

    [Fact]
    public async Task A_store_that_another_process_holds_is_locked()
    {
        await _desk.StockAsync(2);
        await using (SqliteConnection holder = Open())
        {
            Run(holder, "BEGIN EXCLUSIVE");

            (await _desk.RunAsync(Import)).ExpectError(1, "StoreLocked");
        }

        await _desk.DoAsync(Import);
    }

    [Fact]
    public async Task A_folder_is_no_store()
    {
        Directory.CreateDirectory(_desk.Store);

        (await _desk.RunAsync(Import)).Expect(1);
    }

    [Fact]
    public async Task A_full_disk_stops_the_run_which_goes_on_when_there_is_room()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _desk.WriteCalendar("stock.ics", 3000);
        Outcome full = await LimitAsync(1500, "calendar", "import", "stock.ics", "--mailbox", Desk.Alice);
        full.Expect(1);
        Assert.Contains(full.ErrorDocument.GetProperty("code").GetString(), new[] { "DiskFull", "FileAccess" });

        Outcome resumed = await _desk.DoAsync("request", "resume", @"alice\Import");
        Assert.Equal((3000, 3000), (resumed.Count("found"), resumed.Count("created")));
        await _desk.ExpectWholeTrailAsync();

        (await LimitAsync(200, "calendar", "export", "out.ics", "--mailbox", Desk.Alice)).ExpectError(1, "DiskFull");
        Assert.False(File.Exists(_desk.Place("out.ics")));
        _desk.ExpectTidy();
    }

    // No file may grow beyond so many blocks of 512 bytes. The runtime's own memory files must not count.
    private Task<Outcome> LimitAsync(int blocks, params string[] arguments) => ConsoleProgram.EndAsync(ConsoleProgram.StartInShell(
        _desk.Home, $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {blocks}", [.. arguments, "--store", _desk.Store, "--json"]));

    private void Spoil(string kind)
    {
        switch (kind)
        {
            case "foreign":
                File.Delete(_desk.Store);
                using (SqliteConnection other = Open())
                {
                    Run(other, "CREATE TABLE recipes (name TEXT)");
                }

                break;
            case "text":
                File.WriteAllText(_desk.Store, "This is a shopping list: milk, eggs, bread.");
                break;
            case "newer":
                using (SqliteConnection store = Open())
                {
                    Run(store, "INSERT INTO schema_migrations SELECT 999, 'later', checksum, applied_at FROM schema_migrations LIMIT 1; PRAGMA journal_mode = DELETE");
                }

                break;
            case "corrupt":
                byte[] bytes = File.ReadAllBytes(_desk.Store);
                bytes.AsSpan(4096 * 3, 4096 * 20).Fill(0x5a);
                File.WriteAllBytes(_desk.Store, bytes);
                break;
        }
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = new($"Data Source={_desk.Store};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

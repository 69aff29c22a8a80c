using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Restoration.Console.Tests.Support;

/// <summary>A user's desk: a home and a store of their own, in a folder that goes with the test.</summary>
internal sealed class Desk : IDisposable
{
    public const string Alice = "alice@contoso.com";

    private static readonly ConcurrentDictionary<int, Lazy<Task<byte[]>>> Stocks = [];

    public Desk() => Home = Directory.CreateTempSubdirectory("restoration-desk-").FullName;

    public string Home { get; }

    public string Store => Place("store.db");

    /// <summary>A path on this desk.</summary>
    public string Place(string name) => Path.Combine(Home, name);

    /// <summary>Runs the program on this desk's store, for machines.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => RunPlainAsync([.. arguments, "--json"]);

    /// <summary>Runs the program on this desk's store, for people.</summary>
    public Task<Outcome> RunPlainAsync(params string[] arguments)
        => ConsoleProgram.EndAsync(ConsoleProgram.Start(Home, [.. arguments, "--store", Store]));

    /// <summary>Runs the program with nothing added.</summary>
    public Task<Outcome> RunBareAsync(params string[] arguments) => ConsoleProgram.EndAsync(ConsoleProgram.Start(Home, arguments));

    /// <summary>Runs the program on this desk's store with something on its standard input.</summary>
    public Task<Outcome> RunWithInputAsync(byte[] input, params string[] arguments)
        => ConsoleProgram.EndAsync(ConsoleProgram.StartWithInput(Home, [.. arguments, "--store", Store], input));

    /// <summary>Runs it and expects all to be done.</summary>
    public async Task<Outcome> DoAsync(params string[] arguments) => (await RunAsync(arguments)).Expect(0);

    /// <summary>Writes a calendar file of so many events.</summary>
    public string WriteCalendar(string name, int count, Func<int, CalendarEvent>? events = null)
    {
        File.WriteAllText(Place(name), CalendarText.Of(Enumerable.Range(1, count).Select(events ?? CalendarEvent.Number)));
        return Place(name);
    }

    /// <summary>Writes a file of this text, compressed if its name says so.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] content)
    {
        using FileStream file = File.Create(Place(name));
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(content);
        return Place(name);
    }

    /// <summary>A store with a calendar of so many events in alice's mailbox, and a backup of it: made once, and then a copy for each desk.</summary>
    public async Task StockAsync(int count)
    {
        WriteCalendar("stock.ics", count);
        await File.WriteAllBytesAsync(Store, await Stocks.GetOrAdd(count, number => new Lazy<Task<byte[]>>(() => MakeStockAsync(number))).Value);
    }

    /// <summary>Removes events of alice's, and writes the audit export that tells of it.</summary>
    public async Task<string> LoseAsync(params int[] numbers)
    {
        await DoAsync(["appointment", "remove", "--mailbox", Alice, "--execute", "--yes", "--uid", .. numbers.Select(CalendarEvent.UidOf)]);
        return WriteAuditExport("audit.csv", numbers);
    }

    /// <summary>Writes an audit export that tells of the loss of events of alice's.</summary>
    public string WriteAuditExport(string name, params int[] numbers)
    {
        File.WriteAllText(Place(name), AuditText.Of(Alice, DateTimeOffset.UtcNow.AddMinutes(5), numbers));
        return Place(name);
    }

    /// <summary>The calendar as a file, to compare: no times of writing, no order of import.</summary>
    public async Task<string> ExportAsync(string mailbox = Alice, string calendar = "Calendar")
    {
        string path = Place("export.ics");
        await DoAsync("calendar", "export", path, "--mailbox", mailbox, "--calendar", calendar, "--force", "--no-metadata");
        string text = CalendarText.Sort(await File.ReadAllTextAsync(path));
        File.Delete(path);
        return text;
    }

    /// <summary>Asserts that the audit trail is whole.</summary>
    public async Task ExpectWholeTrailAsync()
    {
        JsonElement verdict = (await DoAsync("audit", "verify")).Document;
        Assert.True(verdict.GetProperty("isValid").GetBoolean(), verdict.ToString());
    }

    /// <summary>Asserts that nothing half-written lies about.</summary>
    public void ExpectTidy() => Assert.Empty(Directory.EnumerateFiles(Home, "*.tmp*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private static async Task<byte[]> MakeStockAsync(int count)
    {
        using Desk desk = new();
        await desk.DoAsync("calendar", "import", desk.WriteCalendar("stock.ics", count), "--mailbox", Alice);
        await desk.DoAsync("backup", "create", "--mailbox", Alice);
        return await File.ReadAllBytesAsync(desk.Store);
    }
}

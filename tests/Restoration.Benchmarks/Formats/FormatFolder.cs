using Restoration.Formats.Csv;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Json;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Benchmarks.Formats;

/// <summary>One calendar in all formats.</summary>
internal sealed record FormatFolder(string Path)
{
    public const int BufferSize = 128 * 1024;

    private static readonly WriteOptions Writing = new() { WrittenAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) };

    public string Ics => System.IO.Path.Combine(Path, "calendar.ics");

    public string Json => System.IO.Path.Combine(Path, "calendar.json");

    public string Csv => System.IO.Path.Combine(Path, "calendar.csv");

    public string Back => System.IO.Path.Combine(Path, "back.ics");

    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);

    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);

    public static IItemFormat FormatOf(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".ics" => new ICalendarFormat(),
        ".json" => new JsonFormat(),
        _ => new CsvFormat(),
    };

    /// <summary>Reads a file and forgets its items.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ask">What is asked of each item; digests are worked out only then.</param>
    public static async Task<FormatWork> ReadAsync(string path, Action<Item>? ask = null)
    {
        await using FileStream stream = Open(path);
        await using IItemReader reader = FormatOf(path).OpenReader(stream, new ReadOptions { FileName = path });
        long count = 0;
        await foreach (ReadItem item in reader.ReadAsync(CancellationToken.None))
        {
            count += item.Item is not null ? 1 : throw new InvalidOperationException(item.Finding!.Message);
            ask?.Invoke(item.Item);
        }

        return new FormatWork(count, stream.Length);
    }

    /// <summary>Writes the first events of the calendar over and over, so that their number has no part in the time of reading.</summary>
    public async Task<FormatWork> WriteAsync(string path)
    {
        const int Held = 5_000;
        List<Item> items = await HoldAsync(Held);
        long events = new FileInfo(Ics).Length / AverageSize(items);
        await using Stream stream = new CountedStream();
        await using IItemWriter writer = FormatOf(path).OpenWriter(stream, new CalendarInfo(), Writing);
        for (int index = 0; index < events; index++)
        {
            await writer.WriteAsync(items[index % items.Count], CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
        return new FormatWork(events, stream.Length);
    }

    /// <summary>Reads one file and writes the other, as the program does it: what comes next is read while the last is written.</summary>
    public static async Task<FormatWork> ConvertAsync(string from, string to)
    {
        await using FileStream source = Open(from);
        await using FileStream target = Create(to);
        await using IItemReader reader = new ReadAheadReader(FormatOf(from).OpenReader(source, new ReadOptions { FileName = from }));
        IItemWriter? writer = null;
        long count = 0;
        await foreach (ReadItem item in reader.ReadAsync(CancellationToken.None))
        {
            writer ??= FormatOf(to).OpenWriter(target, reader.Info, Writing);
            await writer.WriteAsync(item.Item ?? throw new InvalidOperationException(item.Finding!.Message), CancellationToken.None);
            count++;
        }

        await writer!.CompleteAsync(CancellationToken.None);
        await writer.DisposeAsync();
        return new FormatWork(count, source.Length);
    }

    private async Task<List<Item>> HoldAsync(int most)
    {
        await using FileStream stream = Open(Ics);
        await using IItemReader reader = FormatOf(Ics).OpenReader(stream, new ReadOptions { FileName = Ics });
        List<Item> items = [];
        await foreach (ReadItem item in reader.ReadAsync(CancellationToken.None))
        {
            items.Add(item.Item!);
            if (items.Count == most)
            {
                break;
            }
        }

        return items;
    }

    private static long AverageSize(List<Item> items) => items.Sum(item => item.Size) / items.Count;
}

using System.Text;
using System.Text.Unicode;
using Restoration.Formats.ICalendar;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Benchmarks.Formats;

/// <summary>What a calendar costs in each format, and what no reader of it can do without: its bytes, its lines, and that they are UTF-8.</summary>
internal static class FormatSteps
{
    public static IReadOnlyList<FormatStep> All { get; } =
    [
        new("limit: bytes", folder => ScanAsync(folder.Ics, _ => { })),
        new("limit: UTF-8", folder => ScanAsync(folder.Ics, text => Utf8.IsValid(text.Span))),
        new("limit: lines", folder => ScanAsync(folder.Ics, text => CountLines(text.Span))),
        new("limit: hash", folder => ScanAsync(folder.Ics, text => ContentHash.Of(text.Span))),
        new("parse ICS", folder => FormatFolder.ReadAsync(folder.Ics)),
        new("digest ICS", folder => FormatFolder.ReadAsync(folder.Ics, item => item.ComparisonHash.CompareTo(item.ContentHash))),
        new("write ICS", folder => folder.WriteAsync(folder.Ics)),
        new("write JSON", folder => folder.WriteAsync(folder.Json)),
        new("write CSV", folder => folder.WriteAsync(folder.Csv)),
        new("ICS to JSON", folder => FormatFolder.ConvertAsync(folder.Ics, folder.Json)),
        new("JSON to CSV", folder => FormatFolder.ConvertAsync(folder.Json, folder.Csv)),
        new("CSV to ICS", folder => FormatFolder.ConvertAsync(folder.Csv, folder.Back)),
        new("parse JSON", folder => FormatFolder.ReadAsync(folder.Json)),
        new("parse CSV", folder => FormatFolder.ReadAsync(folder.Csv)),
        new("expand", folder => ExpandAsync(folder.Ics)),
    ];

    private static async Task<FormatWork> ScanAsync(string path, Action<ReadOnlyMemory<byte>> look)
    {
        byte[] buffer = new byte[FormatFolder.BufferSize];
        await using FileStream stream = FormatFolder.Open(path);
        long bytes = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer)) > 0)
        {
            look(buffer.AsMemory(0, count));
            bytes += count;
        }

        return new FormatWork(0, bytes);
    }

    private static int CountLines(ReadOnlySpan<byte> text)
    {
        int lines = 0;
        for (int end = text.IndexOfAny((byte)'\r', (byte)'\n'); end >= 0; end = text.IndexOfAny((byte)'\r', (byte)'\n'))
        {
            text = text[(end + 1)..];
            lines++;
        }

        return lines;
    }

    // Every occurrence of every event; the time of reading is in it.
    private static async Task<FormatWork> ExpandAsync(string path)
    {
        await using FileStream stream = FormatFolder.Open(path);
        await using IItemReader reader = FormatFolder.FormatOf(path).OpenReader(stream, new ReadOptions { FileName = path });
        ICalendarCodec codec = new();
        long occurrences = 0;
        await foreach (ReadItem read in reader.ReadAsync(CancellationToken.None))
        {
            occurrences += read.Item is { IsSeries: true } item ? codec.Expand(item, [], null, null).LongCount() : 1;
        }

        return new FormatWork(occurrences, stream.Length);
    }
}

using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests;

/// <summary>What reading a file of some format gave.</summary>
internal sealed record FormatFile(IReadOnlyList<Item> Items, IReadOnlyList<Finding> Findings, CalendarInfo Info)
{
    private static readonly ICalendarCodec Codec = new();

    public Item Single => Assert.Single(Items);

    public Appointment Appointment => Codec.Decode(Single);

    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);

    public static Appointment Decode(Item item) => Codec.Decode(item);

    /// <summary>Reads a text in UTF-8.</summary>
    public static FormatFile Read(IItemFormat format, string text, string? timeZone = null, string? culture = null)
        => Read(format, Encoding.UTF8.GetBytes(text), timeZone, culture);

    /// <summary>Reads bytes, in pieces as small as asked for.</summary>
    public static FormatFile Read(IItemFormat format, byte[] bytes, string? timeZone = null, string? culture = null, int pieces = int.MaxValue)
        => ReadAsync(format, new SlowStream(bytes, pieces), new ReadOptions { FileName = "test", TimeZone = timeZone, Culture = culture }).GetAwaiter().GetResult();

    /// <summary>Writes items.</summary>
    public static byte[] Write(IItemFormat format, IEnumerable<Item> items, CalendarInfo? info = null, bool metadata = true, string? name = null)
        => WriteAsync(format, items, info, metadata, name).GetAwaiter().GetResult();

    /// <summary>Writes items as text.</summary>
    public static string WriteText(IItemFormat format, IEnumerable<Item> items, CalendarInfo? info = null, bool metadata = true, string? name = null)
        => Encoding.UTF8.GetString(Write(format, items, info, metadata, name));

    private static async Task<FormatFile> ReadAsync(IItemFormat format, Stream stream, ReadOptions options)
    {
        List<Item> items = [];
        List<Finding> findings = [];
        await using IItemReader reader = format.OpenReader(stream, options);
        await foreach (ReadItem read in reader.ReadAsync(CancellationToken.None))
        {
            if (read.Item is { } item)
            {
                items.Add(item);
            }

            if (read.Finding is { } finding)
            {
                findings.Add(finding);
            }
        }

        return new FormatFile(items, findings, reader.Info);
    }

    private static async Task<byte[]> WriteAsync(IItemFormat format, IEnumerable<Item> items, CalendarInfo? info, bool metadata, string? name)
    {
        using MemoryStream stream = new();
        await using IItemWriter writer = format.OpenWriter(
            stream, info ?? new CalendarInfo(), new WriteOptions { WrittenAt = IcsFile.WrittenAt, IncludeMetadata = metadata, FileName = name });
        foreach (Item item in items)
        {
            await writer.WriteAsync(item, CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
        return stream.ToArray();
    }
}

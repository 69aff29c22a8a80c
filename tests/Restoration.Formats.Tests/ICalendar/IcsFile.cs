using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.ICalendar;

/// <summary>What reading a file gave.</summary>
internal sealed record IcsFile(IReadOnlyList<Item> Items, IReadOnlyList<Finding> Findings, CalendarInfo Info)
{
    public static readonly DateTimeOffset WrittenAt = new(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly ICalendarCodec Codec = new();

    public Item Single => Assert.Single(Items);

    public Appointment Appointment => Codec.Decode(Single);

    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);

    /// <summary>Reads a text in UTF-8.</summary>
    public static IcsFile Read(string text, ReadLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);

    /// <summary>Reads bytes, in pieces as small as asked for.</summary>
    public static IcsFile Read(byte[] bytes, ReadLimits? limits = null, int pieces = int.MaxValue)
        => Read(new SlowStream(bytes, pieces), limits);

    /// <summary>Reads a stream.</summary>
    public static IcsFile Read(Stream stream, ReadLimits? limits = null) => ReadAsync(stream, limits).GetAwaiter().GetResult();

    /// <summary>Reads the lines of one event inside a calendar.</summary>
    public static IcsFile ReadEvent(params string[] lines) => Read(Wrap(lines));

    /// <summary>A calendar with one event.</summary>
    public static string Wrap(params string[] lines)
        => Lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Test//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", .. lines, "END:VEVENT", "END:VCALENDAR"]);

    /// <summary>Lines with their ends.</summary>
    public static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + "\r\n"));

    /// <summary>Writes items.</summary>
    public static string Write(IEnumerable<Item> items, CalendarInfo? info = null, bool metadata = true)
        => Encoding.UTF8.GetString(WriteAsync(items, info, metadata).GetAwaiter().GetResult());

    /// <summary>The lines of an item's content.</summary>
    public static string[] ContentOf(Item item) => Encoding.UTF8.GetString(item.Content.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of a file, unfolded.</summary>
    public static string[] Unfold(string text)
        => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<IcsFile> ReadAsync(Stream stream, ReadLimits? limits)
    {
        List<Item> items = [];
        List<Finding> findings = [];
        await using IItemReader reader = new ICalendarFormat().OpenReader(
            stream, new ReadOptions { FileName = "test.ics", Limits = limits ?? ReadLimits.Default });
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

        return new IcsFile(items, findings, reader.Info);
    }

    private static async Task<byte[]> WriteAsync(IEnumerable<Item> items, CalendarInfo? info, bool metadata)
    {
        using MemoryStream stream = new();
        await using IItemWriter writer = new ICalendarFormat().OpenWriter(
            stream, info ?? new CalendarInfo(), new WriteOptions { WrittenAt = WrittenAt, IncludeMetadata = metadata });
        foreach (Item item in items)
        {
            await writer.WriteAsync(item, CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
        return stream.ToArray();
    }
}

using System.Text;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.Csv;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Json;
using Restoration.Formats.Recurrence;
using Restoration.Items;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Fuzz;

/// <summary>What is given an input. Whatever it throws but <see cref="RestorationException"/> is a finding.</summary>
internal sealed record Target(string Name, Action<byte[]> Run);

/// <summary>Everything that reads what others wrote.</summary>
internal static class Targets
{
    private const int MostOccurrences = 50;

    private static readonly ICalendarCodec Codec = new();
    private static readonly IItemFormat[] Formats = [new ICalendarFormat(), new JsonFormat(), new CsvFormat()];
    private static readonly WriteOptions Writing = new() { WrittenAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) };

    public static Target Ics { get; } = new("ics", input => Read(input, Formats[0]));

    public static Target Json { get; } = new("json", input => Read(input, Formats[1]));

    public static Target Csv { get; } = new("csv", input => Read(input, Formats[2]));

    public static Target Audit { get; } = new("audit", input => ReadAuditAsync(input).GetAwaiter().GetResult());

    public static Target Rule { get; } = new("rule", ReadRule);

    public static byte[] Convert(byte[] calendar, IItemFormat to) => Write(ReadItems(calendar, Formats[0]), to);

    // What was read has to be expanded, and written in every format so that it reads the same.
    private static void Read(byte[] input, IItemFormat format)
    {
        List<Item> items = ReadItems(input, format);
        foreach (Item item in items)
        {
            Appointment appointment = Codec.Decode(item);
            _ = Codec.Expand(item, [], null, null).Take(MostOccurrences).Count();
            _ = new Series(appointment, []).FindLastEnd();
        }

        foreach (IItemFormat other in Formats)
        {
            List<Item> again = ReadItems(Write(items, other), other);
            if (!items.Select(item => item.ComparisonHash).SequenceEqual(again.Select(item => item.ComparisonHash)))
            {
                throw new InvalidOperationException($"{other.Name} lost something: {items.Count} items, {again.Count} again.");
            }
        }
    }

    private static List<Item> ReadItems(byte[] input, IItemFormat format) => ReadItemsAsync(input, format).GetAwaiter().GetResult();

    private static async Task<List<Item>> ReadItemsAsync(byte[] input, IItemFormat format)
    {
        using MemoryStream stream = new(input);
        await using IItemReader reader = format.OpenReader(stream, new ReadOptions { FileName = "fuzz", TimeZone = "Europe/Berlin", Culture = "en-US" });
        List<Item> items = [];
        await foreach (ReadItem read in reader.ReadAsync(CancellationToken.None))
        {
            items.AddRange(read.Item is null ? [] : [read.Item]);
        }

        return items;
    }

    private static byte[] Write(List<Item> items, IItemFormat format) => WriteAsync(items, format).GetAwaiter().GetResult();

    private static async Task<byte[]> WriteAsync(List<Item> items, IItemFormat format)
    {
        using MemoryStream stream = new();
        await using IItemWriter writer = format.OpenWriter(stream, new CalendarInfo(), Writing);
        foreach (Item item in items)
        {
            await writer.WriteAsync(item, CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
        return stream.ToArray();
    }

    private static async Task ReadAuditAsync(byte[] input)
    {
        using MemoryStream stream = new(input);
        await foreach (ReadAuditRecord read in new AuditRecordFormat().ReadAsync(stream, new ReadOptions { FileName = "fuzz" }, CancellationToken.None))
        {
            _ = read.Record?.ToString();
        }
    }

    private static void ReadRule(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        if (!RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out _))
        {
            return;
        }

        Appointment appointment = new() { Start = CalendarTime.OfUtc(new DateTime(1999, 12, 31, 23, 59, 59)), Recurrence = new Items.Recurrence { Rules = [text] } };
        _ = new Series(appointment, []).Occurrences().Take(MostOccurrences).Count();
        _ = new Series(appointment, []).FindLastEnd();
        if (!RecurrenceRule.TryParse(rule.ToCanonical(), out RecurrenceRule? again, out _) || again.ToCanonical() != rule.ToCanonical())
        {
            throw new InvalidOperationException($"'{rule}' is not read as it was written.");
        }
    }
}

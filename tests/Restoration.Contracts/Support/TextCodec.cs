using System.Globalization;
using System.Text;
using Restoration.Items;

namespace Restoration.Contracts.Support;

/// <summary>Content as lines <c>name=value</c>: all that the engine needs of a format, and nothing to get wrong.</summary>
public sealed class TextCodec : IItemCodec
{
    private static readonly HashSet<string> Identity = new(StringComparer.Ordinal) { "Uid", "RecurrenceId", "ImmutableId", "LastModified" };

    public static Item Make(params (string Name, string Value)[] parts)
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => $"{part.Name}={part.Value}")));
        return new TextCodec().Read(content);
    }

    public Item Read(ReadOnlyMemory<byte> content)
    {
        Dictionary<string, string> parts = Parse(content);
        CalendarTime? start = Time(parts, "Start");
        CalendarTime? end = Time(parts, "End");
        string subject = parts.GetValueOrDefault("Subject", "");
        NaturalKey natural = new(subject, start, end, false, parts.GetValueOrDefault("RecurrenceId"), parts.GetValueOrDefault("Rule"), null, false);
        string comparison = string.Join('\n', parts.Where(part => !Identity.Contains(part.Key)).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}"));
        return new Item
        {
            ItemClass = ItemClasses.Appointment,
            Key = new ItemKey
            {
                Uid = parts.GetValueOrDefault("Uid"),
                RecurrenceId = parts.GetValueOrDefault("RecurrenceId"),
                ImmutableId = parts.GetValueOrDefault("ImmutableId"),
                NaturalKey = natural.ToHash(),
            },
            ContentHash = ContentHash.Of(content.Span),
            ComparisonHash = ContentHash.Of(Encoding.UTF8.GetBytes(comparison)),
            Subject = subject,
            Start = start,
            End = end,
            IsSeries = parts.ContainsKey("Rule"),
            Sequence = int.Parse(parts.GetValueOrDefault("Sequence", "0"), CultureInfo.InvariantCulture),
            LastModified = parts.TryGetValue("LastModified", out string? modified)
                ? DateTimeOffset.Parse(modified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null,
            Size = content.Length,
            Content = content,
        };
    }

    public Appointment Decode(Item item)
    {
        Dictionary<string, string> parts = Parse(item.Content);
        return new Appointment
        {
            Uid = item.Key.Uid,
            Subject = item.Subject,
            Start = item.Start,
            End = item.End,
            Body = parts.GetValueOrDefault("Body"),
            Categories = parts.TryGetValue("Categories", out string? categories) ? categories.Split(',') : [],
        };
    }

    public IReadOnlyList<string> Compare(Item left, Item right)
    {
        Dictionary<string, string> a = Parse(left.Content);
        Dictionary<string, string> b = Parse(right.Content);
        return
        [
            .. a.Keys.Union(b.Keys).Where(name => !Identity.Contains(name) && a.GetValueOrDefault(name) != b.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
    }

    public Item Merge(Item target, Item source, IReadOnlyCollection<string>? parts)
    {
        Dictionary<string, string> merged = Parse(target.Content);
        foreach ((string name, string value) in Parse(source.Content))
        {
            if (name is not ("Uid" or "RecurrenceId") && (parts is null || parts.Contains(name)))
            {
                merged[name] = value;
            }
        }

        return Make([.. merged.Select(part => (part.Key, part.Value))]);
    }

    public Item WithUid(Item item, string uid)
    {
        Dictionary<string, string> parts = Parse(item.Content);
        parts["Uid"] = uid;
        return Make([.. parts.Select(part => (part.Key, part.Value))]);
    }

    public Item CreatePlaceholder(string subject, string uid, DateTimeOffset lostAt, string note) => Make(
        ("Uid", uid), ("Subject", subject), ("Start", CalendarTime.OfUtc(lostAt.UtcDateTime).ToString()), ("Body", note), ("Categories", "Placeholder"));

    public bool Occurs(Item item, DateTimeOffset from, DateTimeOffset to) => true;

    public IEnumerable<Occurrence> Expand(Item master, IReadOnlyList<Item> overrides, DateTimeOffset? from, DateTimeOffset? to)
        => new[] { master }.Concat(overrides)
            .Where(item => item.Start is { } start && (from is null || start.SortKey >= from) && (to is null || start.SortKey < to))
            .Select(item => new Occurrence(item.Start!.Value, item.End ?? item.Start.Value, item.Start.Value, item != master, null));

    private static CalendarTime? Time(Dictionary<string, string> parts, string name)
        => CalendarTime.TryParse(parts.GetValueOrDefault(name), out CalendarTime time) ? time : null;

    private static Dictionary<string, string> Parse(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}

using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.ICalendar;

/// <summary>What the engine asks of contents, which are iCalendar components.</summary>
public sealed class ICalendarCodec : IItemCodec
{
    /// <summary>The category of placeholders.</summary>
    public const string PlaceholderCategory = "Placeholder";

    /// <inheritdoc/>
    public Item Read(ReadOnlyMemory<byte> content) => ItemFactory.FromFragment(content);

    /// <inheritdoc/>
    public Appointment Decode(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        using OpenItem open = new(item);
        return AppointmentDecoder.Decode(open.Properties, open.Zones);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Compare(Item left, Item right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.ComparisonHash == right.ComparisonHash)
        {
            return [];
        }

        SortedDictionary<string, SortedSet<string>> before = PartsOf(left);
        SortedDictionary<string, SortedSet<string>> after = PartsOf(right);
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(part => !AreEqual(before, after, part)).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Item Merge(Item target, Item source, IReadOnlyCollection<string>? parts)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        using OpenItem patched = new(target);
        using OpenItem patch = new(source);
        return ItemFactory.FromFragment(ItemMerge.Merge(patched, patch, parts));
    }

    /// <inheritdoc/>
    /// <remarks>The immutable id goes, because it names the first copy.</remarks>
    public Item WithUid(Item item, string uid)
    {
        ArgumentNullException.ThrowIfNull(item);
        using OpenItem open = new(item);
        ContentBuilder content = new();
        foreach (NamedZone zone in open.Zones.Defined)
        {
            content.AppendLines(zone.Definition.Span);
        }

        Component component = open.Component;
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line.Depth != 1 || line.Property is not (PropertyId.Uid or PropertyId.ImmutableId))
            {
                content.AppendLines(component.Bytes[line.Start..(line.End + 2)]);
            }

            if (line.Start == component.Lines[0].Start)
            {
                content.Text("UID", uid);
            }
        }

        return ItemFactory.FromFragment(content.Content);
    }

    /// <inheritdoc/>
    public Item CreatePlaceholder(string subject, string uid, DateTimeOffset lostAt, string note) => ItemFactory.FromAppointment(new Appointment
    {
        Uid = uid,
        Subject = subject,
        Body = note,
        Start = CalendarTime.OfUtc(lostAt.UtcDateTime),
        Categories = [PlaceholderCategory],
        ShowAs = BusyStatus.Free,
        Stamp = lostAt,
    });

    /// <inheritdoc/>
    public bool Occurs(Item item, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(item);
        using OpenItem open = new(item);
        ItemTimes times = ItemTimes.Read(open.Properties, open.Zones);
        return SeriesReader.Read(open.Properties, in times, open.Zones).Overlaps(from, to);
    }

    /// <inheritdoc/>
    public IEnumerable<Occurrence> Expand(Item master, IReadOnlyList<Item> overrides, DateTimeOffset? from, DateTimeOffset? to)
    {
        ArgumentNullException.ThrowIfNull(master);
        ArgumentNullException.ThrowIfNull(overrides);
        using OpenItem open = new(master);
        ItemTimes times = ItemTimes.Read(open.Properties, open.Zones);
        Appointment appointment = AppointmentDecoder.Decode(open.Properties, open.Zones);
        return new Series(appointment, [.. overrides.Select(Decode)], times.Start?.Zone?.Zone).Occurrences(from, to);
    }

    private static SortedDictionary<string, SortedSet<string>> PartsOf(Item item)
    {
        using OpenItem open = new(item);
        ItemTimes times = ItemTimes.Read(open.Properties, open.Zones);
        return new ItemCanonicalizer().Write(open.Properties, in times, open.Zones).ToParts();
    }

    private static bool AreEqual(
        SortedDictionary<string, SortedSet<string>> before, SortedDictionary<string, SortedSet<string>> after, string part)
        => before.TryGetValue(part, out SortedSet<string>? left) && after.TryGetValue(part, out SortedSet<string>? right) && left.SetEquals(right);
}

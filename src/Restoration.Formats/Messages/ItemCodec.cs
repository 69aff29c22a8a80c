using Restoration.Formats.ICalendar;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>What the engine asks of contents of every kind: a component of a calendar, or a message. Their first bytes tell which.</summary>
public sealed class ItemCodec : IItemCodec
{
    private readonly ICalendarCodec _calendar = new();

    /// <inheritdoc/>
    public Item Read(ReadOnlyMemory<byte> content) => OpenMessage.IsMessage(content.Span) ? MessageFactory.FromContent(content) : _calendar.Read(content);

    /// <inheritdoc/>
    public Appointment Decode(Item item) => IsMessage(item) ? MessageCodec.AsAppointment(item) : _calendar.Decode(item);

    /// <inheritdoc/>
    public Message DecodeMessage(Item item) => IsMessage(item) ? MessageDecoder.Decode(item) : AppointmentMessage.Of(item, _calendar.Decode(item));

    /// <inheritdoc/>
    public IReadOnlyList<string> Compare(Item left, Item right) => (IsMessage(left), IsMessage(right)) switch
    {
        (true, true) => left.ComparisonHash == right.ComparisonHash ? [] : MessageParts.Compare(OpenMessage.Open(left), OpenMessage.Open(right)),
        (false, false) => _calendar.Compare(left, right),
        _ => ["Class"],
    };

    /// <inheritdoc/>
    /// <remarks>A message and an appointment have no parts in common: the source's takes the place of the target's.</remarks>
    public Item Merge(Item target, Item source, IReadOnlyCollection<string>? parts) => (IsMessage(target), IsMessage(source)) switch
    {
        (true, true) => MessageMerge.Merge(OpenMessage.Open(target), OpenMessage.Open(source), parts),
        (false, false) => _calendar.Merge(target, source, parts),
        _ => source,
    };

    /// <inheritdoc/>
    public Item WithUid(Item item, string uid) => IsMessage(item) ? MessageCodec.WithUid(item, uid) : _calendar.WithUid(item, uid);

    /// <inheritdoc/>
    public Item CreatePlaceholder(string subject, string uid, DateTimeOffset lostAt, string note) => _calendar.CreatePlaceholder(subject, uid, lostAt, note);

    /// <inheritdoc/>
    public bool Occurs(Item item, DateTimeOffset from, DateTimeOffset to)
        => IsMessage(item) ? item.Start?.Instant is { } time && time >= from && time < to : _calendar.Occurs(item, from, to);

    /// <inheritdoc/>
    public IEnumerable<Occurrence> Expand(Item master, IReadOnlyList<Item> overrides, DateTimeOffset? from, DateTimeOffset? to)
        => IsMessage(master) ? [] : _calendar.Expand(master, overrides, from, to);

    private static bool IsMessage(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return OpenMessage.IsMessage(item.Content.Span);
    }
}

namespace Restoration.Items;

/// <summary>What the engine needs to know of content without reading any format itself.</summary>
public interface IItemCodec
{
    /// <summary>Reads an item from its exact content again: the same keys and digests as before.</summary>
    /// <exception cref="Failures.RestorationException">The content is none that this program wrote.</exception>
    Item Read(ReadOnlyMemory<byte> content);

    /// <summary>
    /// The appointment in an item whose content is loaded. Of a message, what filters ask of one: its author is the organizer,
    /// its recipients are the attendees.
    /// </summary>
    Appointment Decode(Item item);

    /// <summary>
    /// The message in an item whose content is loaded. Of an appointment, what filters ask of one: its organizer is the author,
    /// its attendees are the recipients.
    /// </summary>
    Message DecodeMessage(Item item) => AppointmentMessage.Of(item, Decode(item));

    /// <summary>The names of the parts that differ, such as <c>End</c> or <c>Location</c>; both contents are loaded.</summary>
    IReadOnlyList<string> Compare(Item left, Item right);

    /// <summary>
    /// What is left when the source's values are laid over the target's: source values win, what the source does not have stays.
    /// </summary>
    /// <param name="target">The item that is patched.</param>
    /// <param name="source">The item whose values win.</param>
    /// <param name="parts">The parts to take, by the names of <see cref="Compare"/>; null for all.</param>
    Item Merge(Item target, Item source, IReadOnlyCollection<string>? parts);

    /// <summary>The same item under another UID: a second copy that is its own appointment.</summary>
    Item WithUid(Item item, string uid);

    /// <summary>An appointment that only says that something was here, marked by the category <c>Placeholder</c>.</summary>
    Item CreatePlaceholder(string subject, string uid, DateTimeOffset lostAt, string note);

    /// <summary>Whether the item, or an occurrence of the series, overlaps the half-open interval.</summary>
    bool Occurs(Item item, DateTimeOffset from, DateTimeOffset to);

    /// <summary>
    /// When an appointment takes place: once, or as often as its rules say, with its overrides in their places, in the order of the starts.
    /// Nothing is worked out before it is asked for; a series without an end goes on until the caller stops.
    /// </summary>
    /// <param name="master">The appointment, or the series.</param>
    /// <param name="overrides">Its overrides; those that override nothing are occurrences all the same.</param>
    /// <param name="from">The first moment that an occurrence may overlap; null for no limit.</param>
    /// <param name="to">The moment after the last; null for no limit.</param>
    IEnumerable<Occurrence> Expand(Item master, IReadOnlyList<Item> overrides, DateTimeOffset? from, DateTimeOffset? to);
}

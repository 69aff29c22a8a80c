using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Json;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Graph;

/// <summary>
/// A list of events as Microsoft Graph takes and gives them: <c>{"value":[…]}</c>. It holds less than an appointment may have, and says
/// so before. Read, it is JSON like any other.
/// </summary>
public sealed class GraphFormat : IItemFormat
{
    private static readonly ICalendarCodec Codec = new();

    /// <inheritdoc/>
    public string Name => "Graph";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".graph.json"];

    /// <inheritdoc/>
    public bool HoldsEverything => false;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => false;

    /// <inheritdoc/>
    public IItemReader OpenReader(Stream stream, ReadOptions options) => new JsonItemReader(stream, options);

    /// <inheritdoc/>
    public IItemWriter OpenWriter(Stream stream, CalendarInfo info, WriteOptions options) => new GraphItemWriter(stream);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindLosses(Item item, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.ItemClass == ItemClasses.Appointment
            ? GraphLosses.Find(Codec.Decode(item))
            : [new Finding(Severity.Error, FailureCode.NotSupported, "only events have a place among events.") { Item = item.Key.Uid ?? item.Subject }];
    }
}

using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.Json.Events;

/// <summary>Makes items of contents that were built from other forms, one after the other.</summary>
internal sealed class ItemAssembler : IDisposable
{
    private const string MissingUid = "RFC 5545 §3.8.4.7";

    private readonly FragmentReader _reader = new();
    private readonly FindingLog _log = new(null);
    private readonly ItemBuilder _plain;

    /// <summary>Begins with nothing.</summary>
    public ItemAssembler() => _plain = new ItemBuilder(new ZoneScope(), _log);

    /// <summary>What was noticed in the last item.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Makes an item. Without a UID it gets one made from what it says, as everywhere, and that is not worth a word here.</summary>
    /// <param name="content">Time zones that the item brings, and one component.</param>
    /// <param name="zones">The zones of a whole file; null if the item brings its own.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: the content is no component.</exception>
    public Item Build(ReadOnlyMemory<byte> content, ZoneScope? zones = null)
    {
        Findings.Clear();
        _reader.Open(content);
        Component? component = _reader.Next();
        while (component is not null && ComponentNames.IsTimeZone(component.Name))
        {
            (zones ??= new ZoneScope()).Define(component, _log);
            component = _reader.Next();
        }

        if (component is null || component.LineCount <= 2)
        {
            throw new RestorationException(FailureCode.InvalidData, "There is nothing in the appointment.");
        }

        Item item = (zones is null ? _plain : new ItemBuilder(zones, _log)).Build(component);
        while (_log.TryTake(out Finding? finding))
        {
            if (finding.Rule != MissingUid)
            {
                Findings.Add(finding);
            }
        }

        return item;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}

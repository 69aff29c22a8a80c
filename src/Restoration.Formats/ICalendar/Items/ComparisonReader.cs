using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Works out of the content of an item the digest that items are compared by.</summary>
internal sealed class ComparisonReader
{
    private const int MostKept = 1 << 20;

    // Its buffers are larger than most contents, and who asks for one digest asks for many in a row.
    [ThreadStatic]
    private static ComparisonReader? Idle;

    private readonly FragmentReader _reader = new();
    private readonly FindingLog _findings = new(null);
    private readonly PropertyIndex _properties = new();
    private readonly ItemCanonicalizer _canonicalizer = new();
    private readonly ZoneScope _known = new();

    /// <summary>The digest of a content that was read before.</summary>
    /// <param name="content">Time zones that nobody else knows, and one component.</param>
    public static ContentHash Read(ReadOnlyMemory<byte> content)
    {
        // One that fails in the middle, or has grown, is not used again.
        ComparisonReader reader = Idle ?? new ComparisonReader();
        Idle = null;
        ContentHash hash = reader.ReadOne(content);
        reader._reader.Open(default);
        Idle = content.Length <= MostKept ? reader : null;
        return hash;
    }

    private ContentHash ReadOne(ReadOnlyMemory<byte> content)
    {
        _reader.Open(content);
        Component component = _reader.Next()!;
        ZoneScope zones = ComponentNames.IsTimeZone(component.Name) ? new ZoneScope() : _known;
        while (ComponentNames.IsTimeZone(component.Name) && !_reader.IsAtEnd)
        {
            zones.Define(component, _findings);
            component = _reader.Next()!;
        }

        _findings.Forget(0);
        _properties.Read(component);
        ItemTimes times = ItemTimes.Read(_properties, zones);
        return _canonicalizer.Write(_properties, in times, zones).ToHash();
    }
}

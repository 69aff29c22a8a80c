using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Formats.TimeZones;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>
/// The time zones that a file has so far. Each is written before the first item that uses it; of two that differ but have one
/// name, the later is renamed by what it says, so that it is the same name every time.
/// </summary>
internal sealed class ZoneTable(TimeZoneWriter writer)
{
    // A later item may be older than the first, so the rules reach back as far as anybody's life does.
    private static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, string> _identities = new(StringComparer.Ordinal);
    private readonly List<byte[]> _known = [];

    /// <summary>Whether a zone is one that the world knows and is in the file already.</summary>
    public bool IsKnown(ReadOnlySpan<byte> name)
    {
        foreach (byte[] known in _known)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes a zone of the item that comes next, if the file does not have it.</summary>
    /// <param name="raw">The TZID as it stands in the item.</param>
    /// <param name="definition">The VTIMEZONE that the item brings; null if it brings none.</param>
    /// <param name="since">The earliest time of the item.</param>
    /// <returns>The name that the zone has in the file.</returns>
    public string Require(ReadOnlySpan<byte> raw, Component? definition, DateTime since)
    {
        string name = ParameterText.Decode(raw).Trim();
        CalendarTimeZone? zone = TimeZoneCatalog.Default.Find(name);
        if (zone is not null && (zone.IanaName is not null || definition is null))
        {
            return RequireKnown(raw, name, since);
        }

        string identity = definition is null ? "" : ZoneDefinition.Identify(ZoneDefinition.ReadObservances(definition));
        string written = _identities.TryGetValue(name, out string? other) && other != identity
            ? ZoneRename.NameFor(name, identity)
            : name;
        if (_identities.TryAdd(written, identity) && definition is not null)
        {
            writer.Write(written, definition);
        }

        return written;
    }

    private string RequireKnown(ReadOnlySpan<byte> raw, string name, DateTime since)
    {
        if (_identities.TryAdd(name, name))
        {
            DateTime from = since < Earliest && since.Year > 1 ? since.AddDays(-1) : Earliest;
            writer.Write(name, TimeZoneCatalog.Default.Describe(name, DateTime.SpecifyKind(from, DateTimeKind.Utc), null));
        }

        _known.Add(raw.ToArray());
        return name;
    }
}

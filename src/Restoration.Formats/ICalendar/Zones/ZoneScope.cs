using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.TimeZones;

namespace Restoration.Formats.ICalendar.Zones;

/// <summary>
/// The time zones that the events of one file name. The catalogue knows best: only a zone that it does not know is
/// interpreted by the file's own VTIMEZONE.
/// </summary>
internal sealed class ZoneScope
{
    private const int MostDefinitions = 2_000;
    private const int MostNames = 1_000;

    private readonly Dictionary<string, NamedZone> _defined = new(StringComparer.Ordinal);
    private readonly List<(byte[] Name, NamedZone Zone)> _named = [];

    /// <summary>The zones that the file defines and the world does not know.</summary>
    public IReadOnlyCollection<NamedZone> Defined => _defined.Values;

    /// <summary>Whether the file defines any zone that the world does not know.</summary>
    public bool HasDefinitions => _defined.Count > 0;

    /// <summary>The same zones, for another thread.</summary>
    public ZoneScope Copy()
    {
        ZoneScope copy = new();
        foreach ((string name, NamedZone zone) in _defined)
        {
            copy._defined.Add(name, zone);
        }

        return copy;
    }

    /// <summary>Takes a VTIMEZONE up.</summary>
    /// <param name="component">The component.</param>
    /// <param name="findings">Where what is wrong with it is reported.</param>
    /// <param name="replaces">Whether it takes the place of an earlier one of the same name.</param>
    public void Define(Component component, FindingLog findings, bool replaces = true)
    {
        if (ZoneDefinition.ReadName(component) is not { Length: > 0 } name)
        {
            findings.Warn("A VTIMEZONE has no TZID; it was left out.", component.LineNumber, "RFC 5545 §3.6.5");
            return;
        }

        if ((!replaces && _defined.ContainsKey(name)) || TimeZoneCatalog.Default.Find(name)?.IanaName is not null)
        {
            return;
        }

        List<Observance> observances = ZoneDefinition.ReadObservances(component);
        if (observances.Count == 0)
        {
            findings.Warn($"The VTIMEZONE '{name}' has no rule that can be read.", component.LineNumber, "RFC 5545 §3.6.5");
            return;
        }

        if (_defined.Count == MostDefinitions)
        {
            findings.Fail(FailureCode.LimitExceeded, $"The file defines more than {MostDefinitions} time zones; '{name}' was left out.", component.LineNumber);
            return;
        }

        _defined[name] = new NamedZone(name, TimeZoneCatalog.Default.Define(observances), "#" + ZoneDefinition.Identify(observances))
        {
            Definition = component.Bytes.ToArray(),
        };
        _named.Clear();
    }

    /// <summary>The zone that a TZID parameter names.</summary>
    /// <param name="name">The value of the parameter, without quotes.</param>
    public NamedZone Find(ReadOnlySpan<byte> name)
    {
        for (int index = 0; index < _named.Count; index++)
        {
            if (name.SequenceEqual(_named[index].Name))
            {
                return _named[index].Zone;
            }
        }

        if (_named.Count == MostNames)
        {
            _named.Clear();
        }

        NamedZone zone = Resolve(ParameterText.Decode(name));
        _named.Add((name.ToArray(), zone));
        return zone;
    }

    private NamedZone Resolve(string name)
    {
        CalendarTimeZone? known = TimeZoneCatalog.Default.Find(name);
        if (known?.IanaName is { } iana)
        {
            return new NamedZone(name, known, iana);
        }

        if (_defined.TryGetValue(name.Trim(), out NamedZone? defined))
        {
            return defined with { Name = name };
        }

        return known is null
            ? new NamedZone(name, null, "?" + name)
            : new NamedZone(name, known, known.OffsetOfUtc(DateTime.UnixEpoch).ToString());
    }
}

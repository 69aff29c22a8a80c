using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Zones;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// Lays the values of one item over another, property by property: what the source has takes the place of what the target has
/// under that name, and what the source lacks stays. Ids stay the target's.
/// </summary>
internal sealed class ItemMerge
{
    private static readonly string[] Stamps = ["DTSTAMP", "CREATED", "LAST-MODIFIED"];

    private readonly OpenItem _target;
    private readonly OpenItem _source;
    private readonly List<ContentBlock> _kept;
    private readonly HashSet<string> _keptGroups;
    private readonly ILookup<string, ContentBlock> _taken;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly ContentBuilder _content = new();
    private readonly Dictionary<string, string> _renamed;

    private ItemMerge(OpenItem target, OpenItem source, IReadOnlyCollection<string>? parts)
    {
        _target = target;
        _source = source;
        _kept = ContentBlock.Split(target.Component);
        _keptGroups = [.. _kept.Select(block => block.Group)];
        _taken = ContentBlock.Split(source.Component)
            .Where(block => IsTaken(block, parts))
            .ToLookup(block => block.Group, StringComparer.Ordinal);
        _renamed = FindConflicts();
    }

    /// <summary>The content that is left.</summary>
    /// <param name="target">The item that is patched.</param>
    /// <param name="source">The item whose values win.</param>
    /// <param name="parts">The parts to take; null for all, the time stamps among them.</param>
    public static ReadOnlyMemory<byte> Merge(OpenItem target, OpenItem source, IReadOnlyCollection<string>? parts)
        => new ItemMerge(target, source, parts).Merge();

    private ReadOnlyMemory<byte> Merge()
    {
        AppendDefinitions();
        AppendLine(_target, 0);
        bool areProperties = true;
        foreach (ContentBlock block in _kept)
        {
            if (areProperties && block.IsNested)
            {
                areProperties = false;
                AppendNew(nested: false);
            }

            if (!_taken.Contains(block.Group))
            {
                Append(_target, block);
            }
            else if (_written.Add(block.Group))
            {
                AppendTaken(block.Group);
            }
        }

        AppendNew(nested: false);
        AppendNew(nested: true);
        AppendLine(_target, _target.Component.LineCount - 1);
        return _content.Content;
    }

    private static bool IsTaken(ContentBlock block, IReadOnlyCollection<string>? parts)
    {
        bool isIdentity = block.Group is "UID" or "RECURRENCE-ID" || block.Group.StartsWith(MetadataNames.Prefix, StringComparison.Ordinal);
        bool isWanted = parts is null || (parts.Contains(block.Part, StringComparer.OrdinalIgnoreCase) && !Stamps.Contains(block.Group));
        return isWanted && !isIdentity;
    }

    // What the target has nothing of: properties come before nested components.
    private void AppendNew(bool nested)
    {
        foreach (IGrouping<string, ContentBlock> group in _taken)
        {
            if (group.First().IsNested == nested && !_keptGroups.Contains(group.Key) && _written.Add(group.Key))
            {
                AppendTaken(group.Key);
            }
        }
    }

    private void AppendTaken(string group)
    {
        foreach (ContentBlock block in _taken[group])
        {
            Append(_source, block);
        }
    }

    private void Append(OpenItem item, ContentBlock block)
    {
        for (int index = block.First; index <= block.Last; index++)
        {
            AppendLine(item, index);
        }
    }

    private void AppendLine(OpenItem item, int index)
    {
        ref readonly ContentLine line = ref item.Component.Lines[index];
        if (item == _source && _renamed.Count > 0 && ZoneRename.Line(item.Component, in line, _renamed) is { } renamed)
        {
            _content.Line(renamed);
        }
        else
        {
            _content.AppendLines(item.Component.Bytes[line.Start..(line.End + 2)]);
        }
    }

    private void AppendDefinitions()
    {
        foreach (NamedZone zone in _target.Zones.Defined)
        {
            _content.AppendLines(zone.Definition.Span);
        }

        foreach (NamedZone zone in _source.Zones.Defined)
        {
            AppendDefinition(zone);
        }
    }

    private void AppendDefinition(NamedZone zone)
    {
        if (!_renamed.TryGetValue(zone.Name, out string? name))
        {
            _content.AppendLines(zone.Definition.Span);
            return;
        }

        using FragmentReader reader = new();
        reader.Open(zone.Definition);
        Component definition = reader.Next()!;
        foreach (ref readonly ContentLine line in definition.Lines)
        {
            if (line is { Property: PropertyId.TimeZoneId, Depth: 1 })
            {
                _content.Text("TZID", name);
            }
            else
            {
                _content.AppendLines(definition.Bytes[line.Start..(line.End + 2)]);
            }
        }
    }

    private Dictionary<string, string> FindConflicts()
    {
        Dictionary<string, string> renamed = new(StringComparer.Ordinal);
        foreach (ref readonly ContentLine line in _target.Component.Lines)
        {
            if (TimeReader.ZoneOf(_target.Component, in line, _target.Zones) is { } used
                && _source.Zones.Defined.FirstOrDefault(zone => zone.Name == used.Name.Trim()) is { } other
                && other.Identity != used.Identity)
            {
                renamed[other.Name] = ZoneRename.NameFor(other.Name, other.Identity);
            }
        }

        return renamed;
    }
}

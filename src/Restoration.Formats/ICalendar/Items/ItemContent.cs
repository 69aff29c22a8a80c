using System.Buffers;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// The exact content of an item: the VTIMEZONEs that it needs and nobody else knows, then the component as it was read,
/// in UTF-8, unfolded, its lines ended by CR LF.
/// </summary>
internal static class ItemContent
{
    /// <summary>Makes the content.</summary>
    /// <param name="properties">The component.</param>
    /// <param name="uid">The UID to put in, if it has none.</param>
    /// <param name="zones">The zones of the file.</param>
    public static byte[] Assemble(PropertyIndex properties, string? uid, ZoneScope zones)
    {
        Component component = properties.Component;
        List<NamedZone> defined = zones.HasDefinitions ? FindDefined(component, zones) : [];
        string inserted = uid is null || !TakesUid(component.Name) ? "" : $"UID:{TextValue.Encode(uid)}\r\n";
        if (defined.Count == 0 && inserted.Length == 0)
        {
            return component.Bytes.ToArray();
        }

        ArrayBufferWriter<byte> content = new(component.Bytes.Length + 1024);
        foreach (NamedZone zone in defined)
        {
            content.Write(zone.Definition.Span);
        }

        int behindBegin = component.Lines[1].Start;
        content.Write(component.Bytes[..behindBegin]);
        Encoding.UTF8.GetBytes(inserted, content);
        WriteWithoutEmptyUid(component, behindBegin, inserted.Length > 0 && properties.Has(PropertyId.Uid) ? properties[PropertyId.Uid] : null, content);
        return content.WrittenSpan.ToArray();
    }

    private static void WriteWithoutEmptyUid(Component component, int start, ContentLine? emptyUid, ArrayBufferWriter<byte> content)
    {
        if (emptyUid is { } line)
        {
            content.Write(component.Bytes[start..line.Start]);
            start = line.End + 2;
        }

        content.Write(component.Bytes[start..]);
    }

    private static List<NamedZone> FindDefined(Component component, ZoneScope zones)
    {
        List<NamedZone> defined = [];
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (TimeReader.ZoneOf(component, in line, zones) is { Definition.Length: > 0 } zone && !defined.Exists(other => other.Definition.Equals(zone.Definition)))
            {
                defined.Add(zone);
            }
        }

        return defined;
    }

    private static bool TakesUid(ReadOnlySpan<byte> name)
        => ComponentNames.NeverNests(name) && !ComponentNames.IsTimeZone(name);
}

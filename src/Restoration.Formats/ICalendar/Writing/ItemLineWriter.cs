using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Zones;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Writes the lines of one component, each as it is if it may stay so.</summary>
/// <param name="lines">Where they go.</param>
/// <param name="includeMetadata">Whether to write what only this program reads.</param>
/// <param name="stamp">The DTSTAMP of components that have none.</param>
internal sealed class ItemLineWriter(LineWriter lines, bool includeMetadata, string stamp)
{
    /// <summary>Writes a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="renamed">The zones that have another name in the file.</param>
    public void Write(Component component, IReadOnlyDictionary<string, string> renamed)
    {
        lines.Write(component.Line(in component.Lines[0]));
        if (TakesStamp(component))
        {
            lines.Write(stamp);
        }

        for (int index = 1; index < component.LineCount; index++)
        {
            Write(component, in component.Lines[index], renamed);
        }
    }

    private void Write(Component component, in ContentLine line, IReadOnlyDictionary<string, string> renamed)
    {
        if (!includeMetadata && MetadataNames.IsOurs(component.NameOf(in line)))
        {
            return;
        }

        if (renamed.Count > 0 && ZoneRename.Line(component, in line, renamed) is { } other)
        {
            lines.Write(other);
            return;
        }

        ValueKind kind = PropertyDefinition.Of(line.Property).Kind;
        switch (kind)
        {
            case ValueKind.Text or ValueKind.TextSet when !StrictValue.IsText(component.Value(in line), kind == ValueKind.TextSet):
                string head = Encoding.UTF8.GetString(component.Line(in line)[..(line.ValueStart - line.Start)]);
                lines.Write(head + StrictValue.Text(component.Value(in line), kind == ValueKind.TextSet));
                break;
            case ValueKind.Time or ValueKind.TimeSet when StrictValue.Time(component, in line) is { } strict:
                lines.Write(strict);
                break;
            default:
                lines.Write(component.Line(in line));
                break;
        }
    }

    private static bool TakesStamp(Component component)
    {
        if (!ComponentNames.NeverNests(component.Name) || ComponentNames.IsTimeZone(component.Name))
        {
            return false;
        }

        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line is { Property: PropertyId.Stamp, Depth: 1 })
            {
                return false;
            }
        }

        return true;
    }
}

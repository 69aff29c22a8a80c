using System.Text;
using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>A property of a component, or a nested component as a whole.</summary>
/// <param name="Group">What is replaced together: the upper-case name, or the name of several forms of one value.</param>
/// <param name="Part">The part of the appointment that it belongs to.</param>
/// <param name="First">The index of its first line.</param>
/// <param name="Last">The index of its last line.</param>
internal readonly record struct ContentBlock(string Group, string Part, int First, int Last)
{
    /// <summary>Whether it is a nested component.</summary>
    public bool IsNested => First != Last;

    /// <summary>Takes a component apart.</summary>
    public static List<ContentBlock> Split(Component component)
    {
        List<ContentBlock> blocks = [];
        for (int index = 1; index < component.LineCount - 1; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line.Kind == LineKind.Begin)
            {
                string name = Encoding.ASCII.GetString(component.Value(in line)).ToUpperInvariant();
                int end = component.EndOf(index);
                blocks.Add(new ContentBlock("BEGIN:" + name, name == "VALARM" ? PartNames.Alarms : name, index, end));
                index = end;
            }
            else
            {
                string name = Encoding.ASCII.GetString(component.NameOf(in line)).ToUpperInvariant();
                string part = PropertyDefinition.Of(line.Property).Part ?? name;
                blocks.Add(new ContentBlock(GroupOf(line.Property) ?? name, part, index, index));
            }
        }

        return blocks;
    }

    // Two forms of one value must not contradict each other after a merge.
    private static string? GroupOf(PropertyId property) => property switch
    {
        PropertyId.End or PropertyId.Due or PropertyId.Duration => PartNames.End,
        PropertyId.Description or PropertyId.AltDescription => PartNames.Body,
        PropertyId.Transparency or PropertyId.BusyStatus => PartNames.ShowAs,
        PropertyId.Priority or PropertyId.CdoImportance => PartNames.Importance,
        _ => null,
    };
}

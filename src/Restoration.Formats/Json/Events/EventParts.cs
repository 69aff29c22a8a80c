using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// The properties of a component, each given to the member that can hold it, and the rest by itself. Used again for the next.
/// </summary>
/// <param name="includeMetadata">Whether what only this program reads counts.</param>
internal sealed class EventParts(bool includeMetadata)
{
    private readonly int[] _single = new int[MemberDefinition.Count];
    private readonly List<int>[] _lists = [.. Enumerable.Range(0, MemberDefinition.Count).Select(_ => new List<int>())];
    private readonly PropertyIndex _properties = new();
    private readonly TextScratch _texts = new();

    /// <summary>The component.</summary>
    public Component Component => _properties.Component;

    /// <summary>The properties by name.</summary>
    public PropertyIndex Properties => _properties;

    /// <summary>The indexes of RRULE, EXRULE, RDATE and EXDATE.</summary>
    public List<int> Recurrence => _lists[(int)EventMember.Recurrence];

    /// <summary>The indexes of properties that no member can hold.</summary>
    public List<int> Others => _lists[(int)EventMember.Other];

    /// <summary>Whether the end is reckoned from a duration.</summary>
    public bool IsEndReckoned => Has(EventMember.Duration);

    /// <summary>The index of the property that a member stands for; 0 if there is none.</summary>
    public int this[EventMember member] => _single[(int)member];

    /// <summary>The index of the members that JSON had and this program does not know; 0 if there are none.</summary>
    public int Kept { get; private set; }

    /// <summary>The indexes of the properties, or of the BEGINs, that a list stands for.</summary>
    public List<int> ListOf(EventMember member) => _lists[(int)member];

    /// <summary>Whether a member has a property to stand for.</summary>
    public bool Has(EventMember member) => _single[(int)member] > 0;

    /// <summary>The raw value of a member's property.</summary>
    public ReadOnlySpan<byte> Value(EventMember member) => Component.Value(in Component.Lines[this[member]]);

    // A duration beside an end is against the rules, and says nothing (RFC 5545 §3.6.1).
    private bool HasEnd => _properties.Has(PropertyId.End) || _properties.Has(PropertyId.Due);

    /// <summary>Goes through a component.</summary>
    public void Read(Component component, Item item)
    {
        _properties.Read(component);
        Array.Clear(_single);
        Kept = 0;
        foreach (List<int> list in _lists)
        {
            list.Clear();
        }

        for (int index = 1; index < component.LineCount - 1; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line.Kind == LineKind.Begin)
            {
                ListOf(ComponentNames.IsAlarm(component.Value(in line)) ? EventMember.Alarms : EventMember.Components).Add(index);
                index = component.EndOf(index);
            }
            else if (line.Property == PropertyId.Unknown)
            {
                TakeUnknown(component, in line, index);
            }
            else if (includeMetadata || line.Property != PropertyId.ImmutableId)
            {
                Take(component, in line, index, item);
            }
        }
    }

    private void Take(Component component, in ContentLine line, int index, Item item)
    {
        MemberDefinition? member = MemberDefinition.Of(line.Property);
        bool fits = member is not null && MemberFit.Holds(member, component, in line, item) && !(line.Property == PropertyId.Duration && HasEnd);
        bool isList = fits && member!.Kind is MemberKind.People or MemberKind.Texts or MemberKind.Attachments or MemberKind.Recurrence;

        // Of a property that may stand once only the first counts.
        if (!fits || (!isList && _properties[line.Property].Start != line.Start))
        {
            Others.Add(index);
        }
        else if (isList)
        {
            ListOf(member!.Member).Add(index);
        }
        else
        {
            _single[(int)member!.Member] = index;
        }
    }

    private void TakeUnknown(Component component, in ContentLine line, int index)
    {
        ReadOnlySpan<byte> name = component.NameOf(in line);
        if (!MetadataNames.IsOurs(name))
        {
            Others.Add(index);
        }
        else if (includeMetadata)
        {
            bool isObject = !line.HasParameters && KeptMembers.IsObject(_texts.Decode(component.Value(in line)));
            if (isObject && !Has(EventMember.Graph) && Ascii.EqualsIgnoreCase(name, KeptMembers.GraphProperty))
            {
                _single[(int)EventMember.Graph] = index;
            }
            else if (isObject && Kept == 0 && Ascii.EqualsIgnoreCase(name, KeptMembers.JsonProperty))
            {
                Kept = index;
            }
            else
            {
                Others.Add(index);
            }
        }
    }
}

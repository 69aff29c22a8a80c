using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Where the known properties of a component stand: of each the first, nested components aside.</summary>
internal sealed class PropertyIndex
{
    private static readonly int Count = Enum.GetValues<PropertyId>().Length;
    private readonly int[] _first = new int[Count];

    /// <summary>The component.</summary>
    public Component Component { get; private set; } = null!;

    /// <summary>Whether the component recurs (RFC 5545 §3.8.5).</summary>
    public bool IsSeries => Has(PropertyId.RecurrenceRule) || Has(PropertyId.RecurrenceDates);

    /// <summary>Whether the component has the property.</summary>
    public bool Has(PropertyId property) => _first[(int)property] > 0;

    /// <summary>The first line of a property that the component has.</summary>
    public ref readonly ContentLine this[PropertyId property] => ref Component.Lines[_first[(int)property]];

    /// <summary>The raw value of a property; empty if the component does not have it.</summary>
    public ReadOnlySpan<byte> Value(PropertyId property)
        => Has(property) ? Component.Value(in this[property]) : default;

    /// <summary>Looks a component through.</summary>
    public void Read(Component component)
    {
        Component = component;
        Array.Clear(_first);
        ReadOnlySpan<ContentLine> lines = component.Lines;
        for (int index = lines.Length - 1; index > 0; index--)
        {
            if (lines[index] is { Depth: 1, Kind: LineKind.Property })
            {
                _first[(int)lines[index].Property] = index;
            }
        }
    }
}

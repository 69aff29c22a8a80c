using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>The content of an item, taken apart.</summary>
internal sealed class OpenItem : IDisposable
{
    private readonly FragmentReader _reader = new();

    /// <summary>Opens an item whose content is loaded.</summary>
    public OpenItem(Item item)
        : this(item.Content, item.Subject)
    {
    }

    /// <summary>Opens a content.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: there is no component in it, or more than one, or it is cut off.</exception>
    public OpenItem(ReadOnlyMemory<byte> content, string? subject)
    {
        _reader.Open(content);
        FindingLog findings = new(null);
        Component? component = _reader.Next();
        while (component is not null && ComponentNames.IsTimeZone(component.Name))
        {
            Zones.Define(component, findings);
            component = _reader.Next();
        }

        string? reason = content.IsEmpty ? "is not loaded"
            : component is null || component.LineCount <= 2 ? "holds no component of a calendar"
            : !_reader.IsAtEnd ? "holds more than one component of a calendar"
            : null;
        if (reason is not null)
        {
            throw new RestorationException(FailureCode.InvalidData, $"The content of '{subject}' {reason}.", subject);
        }

        Properties.Read(component!);
    }

    /// <summary>The component.</summary>
    public Component Component => Properties.Component;

    /// <summary>Its properties.</summary>
    public PropertyIndex Properties { get; } = new();

    /// <summary>The zones that it defines.</summary>
    public ZoneScope Zones { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}

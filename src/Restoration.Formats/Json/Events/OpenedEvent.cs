using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Items;

namespace Restoration.Formats.Json.Events;

/// <summary>The content of an item, taken apart to be written in another form. Used again for the next item.</summary>
/// <param name="includeMetadata">Whether what only this program reads counts.</param>
internal sealed class OpenedEvent(bool includeMetadata) : IDisposable
{
    private readonly FragmentReader _reader = new();

    /// <summary>The component.</summary>
    public EventParts Parts { get; } = new(includeMetadata);

    /// <summary>The VTIMEZONEs that the item brings.</summary>
    public List<byte[]> Definitions { get; } = [];

    /// <summary>Opens an item whose content is loaded.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: the content is not loaded.</exception>
    public void Open(Item item)
    {
        if (item.Content.IsEmpty)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"The content of '{item.Subject}' is not loaded and cannot be written.", item.Key.Uid);
        }

        Definitions.Clear();
        _reader.Open(item.Content);
        Component? component = _reader.Next();
        while (component is not null && ComponentNames.IsTimeZone(component.Name))
        {
            Definitions.Add(component.Bytes.ToArray());
            component = _reader.Next();
        }

        Parts.Read(
            component ?? throw new RestorationException(FailureCode.InvalidData, $"The content of '{item.Subject}' holds no component of a calendar.", item.Key.Uid),
            item);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}

using System.Buffers;
using System.Text.Json;
using Restoration.Formats.ICalendar.Components;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Json.Events;

/// <summary>Writes items as JSON objects that lose nothing: see docs/formats.md.</summary>
/// <param name="includeMetadata">Whether to write what only this program reads.</param>
internal sealed class EventItemWriter(bool includeMetadata) : IDisposable
{
    private readonly OpenedEvent _opened = new(includeMetadata);
    private readonly EventWriter _events = new();
    private readonly TextScratch _texts = new();
    private readonly FragmentReader _definitions = new();
    private readonly ArrayBufferWriter<byte> _mapped = new();

    /// <summary>Writes an item as one object without line breaks.</summary>
    /// <param name="writer">Writes to <paramref name="output"/>; whatever it has written is flushed.</param>
    /// <param name="output">Where to.</param>
    /// <param name="item">The item, whose content is loaded.</param>
    public void Write(Utf8JsonWriter writer, IBufferWriter<byte> output, Item item)
    {
        if (TryOpen(item) is not null)
        {
            WriteOpened(writer, output, item, left: 0);
            return;
        }

        // Some of the members that were kept say what others say too. They count as long as the item says the same with them.
        ReadOnlySpan<byte> kept = KeptOf(_opened.Parts);
        _mapped.ResetWrittenCount();
        writer.Reset(_mapped);
        Write(writer, item, kept: default, left: 0);
        ArrayBufferWriter<byte> whole = new();
        KeptMembers.Overlay(_mapped.WrittenSpan, kept, whole);
        if (SaysTheSame(item, whole.WrittenMemory))
        {
            output.Write(whole.WrittenSpan);
        }
        else
        {
            KeptMembers.AddUnknown(_mapped.WrittenSpan, kept, output);
        }
    }

    /// <summary>Takes an item apart, so that some of its members can be written in another way and the others with <see cref="WriteOpened"/>.</summary>
    /// <returns>Null if members were kept that say in other words what these say: then the item can only be written as a whole.</returns>
    public EventParts? TryOpen(Item item)
    {
        _opened.Open(item);
        ReadOnlySpan<byte> kept = KeptOf(_opened.Parts);
        return kept.IsEmpty || !KeptMembers.HasKnown(kept) ? _opened.Parts : null;
    }

    /// <summary>Writes the item that was opened last.</summary>
    /// <param name="writer">Writes to <paramref name="output"/>; whatever it has written is flushed.</param>
    /// <param name="output">Where to.</param>
    /// <param name="item">The item.</param>
    /// <param name="left">The members to leave out, as bits.</param>
    public void WriteOpened(Utf8JsonWriter writer, IBufferWriter<byte> output, Item item, ulong left)
    {
        writer.Reset(output);
        Write(writer, item, KeptOf(_opened.Parts), left);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _opened.Dispose();
        _definitions.Dispose();
    }

    private void Write(Utf8JsonWriter writer, Item item, ReadOnlySpan<byte> kept, ulong left)
    {
        writer.WriteStartObject();
        _events.WriteMembers(writer, _opened.Parts, item, left);
        WriteDefinitions(writer);
        if (!kept.IsEmpty)
        {
            KeptMembers.Write(writer, kept);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    private ReadOnlySpan<byte> KeptOf(EventParts parts)
        => parts.Kept == 0 ? default : _texts.Decode(parts.Component.Value(in parts.Component.Lines[parts.Kept]));

    private void WriteDefinitions(Utf8JsonWriter writer)
    {
        if (_opened.Definitions.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(MemberDefinition.Of(EventMember.TimeZones).JsonName);
        foreach (byte[] definition in _opened.Definitions)
        {
            _definitions.Open(definition);
            if (_definitions.Next() is { } component)
            {
                ComponentJson.Write(writer, component, 0);
            }
        }

        writer.WriteEndArray();
    }

    private static bool SaysTheSame(Item item, ReadOnlyMemory<byte> json)
    {
        using EventItemReader reader = new(new ReadOptions { FileName = "" });
        return reader.Read(json) is { } other
            && other.ComparisonHash == item.ComparisonHash
            && other.Key == item.Key
            && other.LastModified == item.LastModified;
    }
}

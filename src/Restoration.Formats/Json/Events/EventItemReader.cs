using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Json.Events;

/// <summary>Makes items of the JSON objects that <see cref="EventItemWriter"/> writes.</summary>
internal sealed class EventItemReader(ReadOptions options) : IDisposable
{
    private readonly EventReader _reader = new(options);
    private readonly ItemAssembler _assembler = new();

    /// <summary>Why no item could be made of the last object.</summary>
    public string? Fault => _reader.Draft.Fault;

    /// <summary>Which failure it is.</summary>
    public FailureCode FaultCode => _reader.Draft.FaultCode;

    /// <summary>What was noticed in the last item.</summary>
    public IReadOnlyList<Finding> Findings => _assembler.Findings;

    /// <summary>Makes an item.</summary>
    /// <param name="json">The object.</param>
    /// <returns>Null if that cannot be done: see <see cref="Fault"/>.</returns>
    public Item? Read(ReadOnlyMemory<byte> json)
    {
        _reader.Scan(json);
        Item? item = Build(_reader.HasTwoEnds ? EndsBits : 0);
        if (item is null || !_reader.HasTwoEnds || IsSameEnd(item))
        {
            return item;
        }

        // Somebody has moved the end by hand; the duration is what was.
        _reader.Scan(json);
        return Build(1UL << (int)EventMember.Duration);
    }

    /// <inheritdoc/>
    public void Dispose() => _assembler.Dispose();

    private static ulong EndsBits => (1UL << (int)EventMember.End) | (1UL << (int)EventMember.Due);

    private bool IsSameEnd(Item item)
    {
        Utf8JsonReader reader = _reader.Open(_reader.Has(EventMember.End) ? EventMember.End : EventMember.Due);
        return item.End is { } end && TimeJson.TryPeek(reader, out IsoTime written) && (written.Value.IsUtc
            ? end.Instant?.UtcDateTime == written.Value.Local
            : end.Local == written.Value.Local && end.Kind == TimeKind.Date == written.Value.IsDate);
    }

    private Item? Build(ulong left)
    {
        byte[] component = _reader.Begin();
        _reader.End(component, left);
        return Fault is null ? _assembler.Build(_reader.Draft.Content.Content) : null;
    }
}

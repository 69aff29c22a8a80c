using System.Buffers;
using System.Text;
using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.Json;
using Restoration.Formats.Json.Events;
using Restoration.Items;

namespace Restoration.Formats.Csv.Events;

/// <summary>Lays an appointment out in our columns. What a column cannot hold whole goes into the last one.</summary>
internal sealed class CsvProjection : IDisposable
{
    private readonly EventItemWriter _events;
    private readonly CsvPlainCells _plain = new();
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly ArrayBufferWriter<byte> _rest = new();
    private readonly Utf8JsonWriter _writer;
    private readonly (int Index, CsvKind Kind)?[] _places = new (int, CsvKind)?[MemberDefinition.Count];

    /// <summary>Begins a table.</summary>
    public CsvProjection(bool includeMetadata)
    {
        _events = new EventItemWriter(includeMetadata);
        _writer = new Utf8JsonWriter(_json, JsonSyntax.Writing);
        int index = 0;
        foreach (CsvColumn column in CsvColumn.All)
        {
            _places[(int)MemberDefinition.Find(Encoding.ASCII.GetBytes(column.Name))] = (index, column.Kind);
            index += column.Kind == CsvKind.Time ? 2 : 1;
        }

        Cells = new CsvCells(index);
    }

    /// <summary>The cells of the last item, without the last column.</summary>
    public CsvCells Cells { get; }

    /// <summary>The members that the columns cannot hold, as one object; empty if there are none.</summary>
    public ReadOnlyMemory<byte> Rest => _rest.WrittenMemory;

    /// <summary>The names of those members.</summary>
    public IReadOnlyList<string> RestNames
    {
        get
        {
            if (Rest.IsEmpty)
            {
                return [];
            }

            using JsonDocument rest = JsonDocument.Parse(Rest, JsonSyntax.OwnDocument);
            return [.. rest.RootElement.EnumerateObject().Select(member => member.Name)];
        }
    }

    /// <summary>Lays an item out.</summary>
    public void Lay(Item item)
    {
        _json.ResetWrittenCount();
        _rest.ResetWrittenCount();
        Cells.Clear();
        if (_events.TryOpen(item) is { } parts)
        {
            _events.WriteOpened(_writer, _json, item, left: LayPlain(parts));
        }
        else
        {
            _events.Write(_writer, _json, item);
        }

        ReadOnlySpan<byte> json = JsonRepair.Repair(_json.WrittenMemory).Span;
        Utf8JsonReader reader = new(json, JsonSyntax.Own);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            if (!TryLay(ref reader))
            {
                _rest.Write(_rest.WrittenCount == 0 ? "{"u8 : ","u8);
                _rest.Write(json[start..(int)reader.BytesConsumed]);
            }
        }

        _rest.Write(_rest.WrittenCount == 0 ? default : "}"u8);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _events.Dispose();
        _writer.Dispose();
    }

    // The members that need not become JSON, as bits.
    private ulong LayPlain(EventParts parts)
    {
        ulong laid = 0;
        for (EventMember member = EventMember.Uid; member <= EventMember.LastModified; member++)
        {
            if (parts.Has(member) && _places[(int)member] is { } place && _plain.TryLay(parts, member, Cells, place.Index))
            {
                laid |= 1UL << (int)member;
            }
        }

        return laid;
    }

    private bool TryLay(ref Utf8JsonReader reader)
    {
        EventMember member = MemberDefinition.Find(JsonText.ReadBytes(ref reader));
        reader.Read();
        if (_places[(int)member] is not { } place)
        {
            reader.Skip();
            return false;
        }

        if (place.Kind == CsvKind.Time)
        {
            return CsvCellText.AppendTime(ref reader, Cells, place.Index);
        }

        bool isWhole = CsvCellText.Append(ref reader, place.Kind, Cells);
        Cells.End(place.Index);
        return isWhole;
    }
}

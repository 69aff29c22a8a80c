using System.Buffers;
using System.Text.Json;
using Restoration.Formats.Json;
using Restoration.Formats.Json.Events;
using Restoration.Items;

namespace Restoration.Formats.Csv.Events;

/// <summary>Lays an appointment out in our columns. What a column cannot hold whole goes into the last one.</summary>
internal sealed class CsvProjection : IDisposable
{
    private readonly EventItemWriter _events;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly ArrayBufferWriter<byte> _rest = new();
    private readonly Utf8JsonWriter _writer;
    private readonly Utf8JsonWriter _restWriter;
    private readonly string[] _cells;
    private readonly Dictionary<string, (int Index, CsvColumn Column)> _places = new(StringComparer.Ordinal);

    /// <summary>Begins a table.</summary>
    public CsvProjection(bool includeMetadata)
    {
        _events = new EventItemWriter(includeMetadata);
        _writer = new Utf8JsonWriter(_json, JsonSyntax.Writing);
        _restWriter = new Utf8JsonWriter(_rest, JsonSyntax.Writing);
        int index = 0;
        foreach (CsvColumn column in CsvColumn.All)
        {
            _places.Add(column.Name, (index, column));
            index += column.Kind == CsvKind.Time ? 2 : 1;
        }

        _cells = new string[index];
    }

    /// <summary>The cells of the last item, without the last column.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>The members that the columns cannot hold, as one object; empty if there are none.</summary>
    public ReadOnlySpan<byte> Rest => _rest.WrittenSpan;

    /// <summary>The names of those members.</summary>
    public List<string> RestNames { get; } = [];

    /// <summary>Lays an item out.</summary>
    public void Lay(Item item)
    {
        _json.ResetWrittenCount();
        _rest.ResetWrittenCount();
        RestNames.Clear();
        Array.Fill(_cells, "");
        _events.Write(_writer, _json, item);
        using JsonDocument document = JsonDocument.Parse(JsonRepair.Repair(_json.WrittenMemory), JsonSyntax.OwnDocument);
        _restWriter.Reset(_rest);
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            if (!TryLay(member))
            {
                Keep(member);
            }
        }

        if (RestNames.Count > 0)
        {
            _restWriter.WriteEndObject();
            _restWriter.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _events.Dispose();
        _writer.Dispose();
        _restWriter.Dispose();
    }

    private bool TryLay(JsonProperty member)
    {
        if (!_places.TryGetValue(member.Name, out (int Index, CsvColumn Column) place))
        {
            return false;
        }

        CsvCellText cell = CsvCellText.Of(member.Value, place.Column.Kind);
        _cells[place.Index] = cell.Text ?? "";
        if (place.Column.Kind == CsvKind.Time)
        {
            _cells[place.Index + 1] = cell.Zone ?? "";
        }

        return cell.IsWhole;
    }

    private void Keep(JsonProperty member)
    {
        if (RestNames.Count == 0)
        {
            _restWriter.WriteStartObject();
        }

        RestNames.Add(member.Name);
        member.WriteTo(_restWriter);
    }
}

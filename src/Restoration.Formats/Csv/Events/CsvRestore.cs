using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Json;
using Restoration.Formats.Tables;
using Restoration.Formats.Text;

namespace Restoration.Formats.Csv.Events;

/// <summary>Makes the JSON object of an appointment of a row of ours. A member in the last column wins over its column.</summary>
internal sealed class CsvRestore(IReadOnlyList<string> names, DateOrder order) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly Utf8JsonWriter _writer = new(new ArrayBufferWriter<byte>(), JsonSyntax.Writing);
    private readonly (CsvColumn Column, int Cell, int Zone)[] _columns =
    [
        .. CsvColumn.All.Select(column => (column, IndexOf(names, column.Name), IndexOf(names, column.ZoneName))).Where(place => place.Item2 >= 0),
    ];

    private readonly int _rest = IndexOf(names, CsvColumn.Rest);

    /// <summary>Makes an object.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.ParserError"/> or <see cref="FailureCode.InvalidDate"/>: a cell cannot be read.</exception>
    public ReadOnlyMemory<byte> Read(CsvTokenizer row)
    {
        using JsonDocument? kept = _rest < 0 || row[_rest].IsEmpty ? null : Parse(row.GetMemory(_rest));
        _json.ResetWrittenCount();
        _writer.Reset(_json);
        _writer.WriteStartObject();
        foreach ((CsvColumn column, int index, int zone) in _columns)
        {
            ReadOnlySpan<byte> cell = CsvFormula.Restore(row[index]);
            if (cell.IsEmpty || kept?.RootElement.TryGetProperty(column.Utf8Name, out _) == true)
            {
                continue;
            }

            if (column.Kind is CsvKind.Text or CsvKind.Word)
            {
                _writer.WriteString(column.Utf8Name, cell);
            }
            else
            {
                Write(column, Encoding.UTF8.GetString(cell), zone < 0 ? "" : Encoding.UTF8.GetString(CsvFormula.Restore(row[zone])));
            }
        }

        foreach (JsonProperty member in kept?.RootElement.EnumerateObject() ?? default)
        {
            member.WriteTo(_writer);
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return _json.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Write(CsvColumn column, string text, string zone)
    {
        _writer.WritePropertyName(column.Utf8Name);
        switch (column.Kind)
        {
            case CsvKind.Time:
                WriteTime(text, zone);
                break;
            case CsvKind.Truth:
                _writer.WriteBooleanValue(TableWords.Truth(text.Trim()) ?? throw Malformed(column, text));
                break;
            case CsvKind.Number:
                _writer.WriteNumberValue(NumberOf(column, text));
                break;
            case CsvKind.Texts:
                WriteList(text, _writer.WriteStringValue);
                break;
            case CsvKind.Person:
                WritePerson(text);
                break;
            case CsvKind.People:
                WriteList(text, WritePerson);
                break;
            case CsvKind.Rule:
                _writer.WriteStartObject();
                _writer.WriteStartArray("rules");
                _writer.WriteStringValue(text);
                _writer.WriteEndArray();
                _writer.WriteEndObject();
                break;
            default:
                WriteReminder(NumberOf(column, text));
                break;
        }
    }

    // As it was written, or as a spreadsheet has made it a date of its own.
    private void WriteTime(string text, string zone)
    {
        string time = text.Trim();
        if (!IsoTime.TryParse(Encoding.UTF8.GetBytes(time), out IsoTime iso))
        {
            TableMoment moment = TableMoment.Read(time, order);
            time = moment.Local.ToString(moment.HasTime ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
            iso = iso with { Value = iso.Value with { IsDate = !moment.HasTime } };
        }

        _writer.WriteStartObject();
        _writer.WriteString(iso.Value.IsDate ? "date" : "dateTime", time);
        if (zone.Length > 0)
        {
            _writer.WriteString("timeZone", zone);
        }

        _writer.WriteEndObject();
    }

    private void WriteList(string text, Action<string> write)
    {
        _writer.WriteStartArray();
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            write(part);
        }

        _writer.WriteEndArray();
    }

    private void WritePerson(string text)
    {
        int open = text.LastIndexOf('<');
        bool hasName = open > 0 && text.EndsWith('>');
        string address = hasName ? text[(open + 1)..^1] : text;
        _writer.WriteStartObject();
        if (hasName)
        {
            _writer.WriteString("name", text[..open].Trim());
        }

        _writer.WriteString(address.Contains('@', StringComparison.Ordinal) && !address.Contains(':', StringComparison.Ordinal) ? "email" : "address", address);
        _writer.WriteEndObject();
    }

    private void WriteReminder(int minutes)
    {
        _writer.WriteStartArray();
        _writer.WriteStartObject();
        _writer.WriteString("action", "DISPLAY");
        _writer.WriteString("trigger", minutes == 0 ? "PT0S" : string.Create(CultureInfo.InvariantCulture, $"{(minutes > 0 ? "-" : "")}PT{Math.Abs(minutes)}M"));
        _writer.WriteString("description", "Reminder");
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private static int NumberOf(CsvColumn column, string text)
        => int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number > int.MinValue ? number : throw Malformed(column, text);

    private static JsonDocument Parse(ReadOnlyMemory<byte> rest)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(JsonRepair.Repair(rest), JsonSyntax.OwnDocument);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException("no object");
        }
        catch (JsonException cause)
        {
            throw new RestorationException(
                FailureCode.ParserError, $"The column '{CsvColumn.Rest}' holds no JSON object: it was changed, or cut off by a spreadsheet (32,767 characters).", null, cause);
        }
    }

    private static RestorationException Malformed(CsvColumn column, string text) => new(FailureCode.ParserError, $"'{text}' is no value of the column '{column.Name}'.", text);

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Equals(name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

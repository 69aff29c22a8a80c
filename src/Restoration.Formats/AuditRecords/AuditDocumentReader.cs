using System.Text.Json;
using System.Text.Unicode;
using Restoration.Failures;
using Restoration.Formats.Tables;
using Restoration.Formats.Text;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// Finds the audit records in a JSON document and reads them. A record may be the document, stand in wrappers of any depth
/// (SIEM events, Graph pages), behind AuditData, or as JSON in a string.
/// </summary>
internal sealed class AuditDocumentReader
{
    // A string that holds JSON can hold a string that holds JSON: more layers than these no tool writes.
    private const int MostLayers = 4;

    private readonly AuditRecordDraft _draft = new();
    private readonly AuditObjectReader _objects;
    private readonly AuditResults _results;
    private readonly JsonReaderOptions _json;
    private readonly TableOptions _tables;

    /// <summary>Begins a file.</summary>
    /// <param name="options">How deep the JSON may go, and what its times mean.</param>
    /// <param name="results">Where records and findings go.</param>
    public AuditDocumentReader(ReadOptions options, AuditResults results)
    {
        _json = new JsonReaderOptions { MaxDepth = options.Limits.Nesting, AllowTrailingCommas = true };
        _tables = TableOptions.Of(options);
        _objects = new AuditObjectReader(new TextPool(), _json);
        _results = results;
    }

    /// <summary>Reads all records of a document; broken JSON is a finding.</summary>
    /// <param name="document">The JSON.</param>
    /// <param name="outer">What stands around it.</param>
    /// <returns>False if there is JSON, but no record in it.</returns>
    public bool Read(ReadOnlySpan<byte> document, AuditRecordEnvelope outer)
    {
        if (!Utf8.IsValid(document))
        {
            _results.AddLatin();
            document = TextEncodings.FromWindows1252(document);
        }

        try
        {
            return SearchJson(document, outer, layer: 0);
        }
        catch (JsonException exception)
        {
            _results.AddBrokenJson(document, exception);
            return true;
        }
    }

    /// <summary>Reads a row whose cells are the fields themselves.</summary>
    /// <param name="fields">What each cell is.</param>
    /// <param name="cell">Gives a cell.</param>
    public void Read(IReadOnlyList<AuditField> fields, Func<int, ReadOnlyMemory<byte>> cell)
    {
        _draft.Reset();
        bool isEmpty = true;
        try
        {
            for (int i = 0; i < fields.Count; i++)
            {
                ReadOnlySpan<byte> text = cell(i).Span.Trim(" \t\r\n"u8);
                if (!text.IsEmpty)
                {
                    isEmpty = false;
                    _objects.Read(fields[i], text, _draft);
                }
            }

            if (_draft.IsRecord)
            {
                Deliver();
            }
            else
            {
                _results.AddIncomplete(isEmpty);
            }
        }
        catch (JsonException exception)
        {
            _results.AddBrokenJson(default, exception);
        }
    }

    private bool SearchJson(ReadOnlySpan<byte> json, AuditRecordEnvelope outer, int layer)
    {
        Utf8JsonReader reader = new(json, _json);
        reader.Read();
        return Search(ref reader, json, outer, layer);
    }

    private bool Search(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, AuditRecordEnvelope outer, int layer)
    {
        bool isFound = false;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return SearchObject(ref reader, json, outer, layer);
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    isFound |= Search(ref reader, json, outer, layer);
                }

                return isFound;
            case JsonTokenType.String when layer < MostLayers:
                ReadOnlySpan<byte> text = JsonText.ReadBytes(ref reader);
                return AuditObjectReader.IsJson(text) && SearchJson(text, outer, layer + 1);
            default:
                return false;
        }
    }

    private bool SearchObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, AuditRecordEnvelope outer, int layer)
    {
        Utf8JsonReader start = reader;
        Utf8JsonReader members = reader;
        _draft.Reset();
        _objects.Read(ref reader, _draft);
        if (!_draft.AuditData.Equals(default))
        {
            Range auditData = _draft.AuditData;
            _draft.Set(outer);
            SearchAuditData(json[auditData], _draft.ToEnvelope(), layer);
            return true;
        }

        bool isDistinct = _draft.IsDistinct;
        if (isDistinct || _draft[AuditField.Operation] is not null)
        {
            _draft.Set(outer);
        }

        bool isRecord = _draft.IsRecord;
        if (!(isRecord && isDistinct) && SearchMembers(ref members, json, outer, layer))
        {
            return true;
        }

        if (isRecord)
        {
            if (!isDistinct)
            {
                _draft.Reset();
                _objects.Read(ref start, _draft);
                _draft.Set(outer);
            }

            Deliver();
        }

        return isRecord;
    }

    private void SearchAuditData(ReadOnlySpan<byte> auditData, AuditRecordEnvelope outer, int layer)
    {
        try
        {
            if (!SearchJson(auditData, outer, layer))
            {
                _results.AddNoRecord();
            }
        }
        catch (JsonException exception)
        {
            _results.AddBrokenJson(auditData, exception);
        }
    }

    private bool SearchMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, AuditRecordEnvelope outer, int layer)
    {
        bool isFound = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (isFound)
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                isFound = SearchText(ref reader, outer, layer);
            }
            else
            {
                isFound = Search(ref reader, json, outer, layer);
            }
        }

        return isFound;
    }

    // A message that only begins like JSON is a message.
    private bool SearchText(ref Utf8JsonReader reader, AuditRecordEnvelope outer, int layer)
    {
        try
        {
            return Search(ref reader, default, outer, layer);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool TryReadContent(out AuditedItem? content)
    {
        content = null;
        if (!AuditLogRow.IsOfAppointment(_draft))
        {
            return true;
        }

        try
        {
            content = AuditLogContent.Read(_draft.Details, _tables);
        }
        catch (RestorationException unreadable)
        {
            _results.AddUnreadableContent(_draft[AuditField.Id], unreadable);
            return false;
        }

        if (content is null)
        {
            _results.AddNoContent(_draft[AuditField.Id]);
        }

        return true;
    }

    private void Deliver()
    {
        string? text = _draft[AuditField.CreationTime];
        if (!AuditTime.TryParse(text, out DateTimeOffset time, out bool isLocalForm))
        {
            _results.AddUnreadableTime(text);
            return;
        }

        if (isLocalForm)
        {
            _results.AddLocalTime(text);
        }

        if (!_draft.IsTableRow)
        {
            _results.Add(AuditRecordBuilder.Build(_draft, time));
            return;
        }

        if (TryReadContent(out AuditedItem? content))
        {
            _results.Add(AuditLogRow.Build(_draft, time, content));
        }
    }
}

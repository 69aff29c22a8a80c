using System.Text.Json;
using Restoration.Formats.AuditRecords;

namespace Restoration.Formats.Csv.Events;

/// <summary>
/// What a column shows of a member of JSON. Each method takes the value that the reader stands on up to its end, appends the cell,
/// and says whether nothing of the member is missing in it.
/// </summary>
internal static class CsvCellText
{
    /// <summary>What stands between the texts, or the people, of a list.</summary>
    public static ReadOnlySpan<byte> Separator => "; "u8;

    /// <summary>Appends the cell of a member that has one column.</summary>
    public static bool Append(ref Utf8JsonReader reader, CsvKind kind, CsvCells cells) => kind switch
    {
        CsvKind.Text or CsvKind.Word => AppendText(ref reader, cells),
        CsvKind.Texts => AppendTexts(ref reader, cells),
        CsvKind.Person => CsvPersonCell.Append(ref reader, cells),
        CsvKind.People => CsvPersonCell.AppendAll(ref reader, cells),
        CsvKind.Rule => AppendRule(ref reader, cells),
        CsvKind.Reminder => CsvReminderCell.Append(ref reader, cells),
        _ => AppendLiteral(ref reader, cells),
    };

    /// <summary>Makes the cells of a time and of its zone.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="cells">The row.</param>
    /// <param name="index">The cell of the time; that of the zone follows.</param>
    public static bool AppendTime(ref Utf8JsonReader reader, CsvCells cells, int index)
    {
        ReadOnlySpan<byte> time = default;
        ReadOnlySpan<byte> zone = default;
        bool isObject = IsObject(ref reader);
        bool isWhole = isObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.ReadBytes(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && name.SequenceEqual("timeZone"u8))
            {
                zone = JsonText.ReadBytes(ref reader);
            }
            else if (reader.TokenType == JsonTokenType.String && (name.SequenceEqual("dateTime"u8) || name.SequenceEqual("date"u8)))
            {
                time = JsonText.ReadBytes(ref reader);
            }
            else
            {
                isWhole = false;
                reader.Skip();
            }
        }

        cells.Append(time);
        cells.End(index);
        cells.Append(zone);
        cells.End(index + 1);
        return isWhole && CsvText.IsTrimmed(zone);
    }

    /// <summary>Whether the reader stands on an object; what else it stands on is passed over.</summary>
    public static bool IsObject(scoped ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartObject);

    /// <summary>Whether the reader stands on an array; what else it stands on is passed over.</summary>
    public static bool IsArray(scoped ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartArray);

    // An empty cell is a member that is not there.
    private static bool AppendText(ref Utf8JsonReader reader, CsvCells cells)
    {
        if (!Is(ref reader, JsonTokenType.String))
        {
            return false;
        }

        cells.Append(ref reader);
        return CsvText.IsStable(cells.Pending);
    }

    private static bool AppendTexts(ref Utf8JsonReader reader, CsvCells cells)
    {
        if (!IsArray(ref reader))
        {
            return false;
        }

        bool isWhole = true;
        ReadOnlySpan<byte> separator = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            cells.Append(separator);
            separator = Separator;
            isWhole &= AppendPart(ref reader, cells, ";\r\n"u8);
        }

        return isWhole;
    }

    // The usual one: {"rules":["FREQ=DAILY"]}
    private static bool AppendRule(ref Utf8JsonReader reader, CsvCells cells)
    {
        if (!IsObject(ref reader))
        {
            return false;
        }

        bool isWhole = true;
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isRules = reader.ValueTextEquals("rules"u8);
            reader.Read();
            if (!isRules || !IsArray(ref reader))
            {
                isWhole = false;
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                cells.Append(count++ > 0 ? " "u8 : default);
                isWhole &= AppendPart(ref reader, cells, "\r\n"u8);
            }
        }

        return isWhole && count == 1;
    }

    private static bool AppendLiteral(ref Utf8JsonReader reader, CsvCells cells)
    {
        bool isWhole = reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
        cells.Append(isWhole ? reader.ValueSpan : default);
        reader.Skip();
        return isWhole;
    }

    // A text of a list: what separates it from others must not stand in it.
    private static bool AppendPart(ref Utf8JsonReader reader, CsvCells cells, ReadOnlySpan<byte> separators)
    {
        if (!Is(ref reader, JsonTokenType.String))
        {
            return false;
        }

        ReadOnlySpan<byte> text = JsonText.ReadBytes(ref reader);
        cells.Append(text);
        return CsvText.IsPart(text, separators);
    }

    private static bool Is(scoped ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType == type)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}

using System.Text.Json;
using Restoration.Formats.AuditRecords;

namespace Restoration.Formats.Csv.Events;

/// <summary>People in a cell: <c>Bob &lt;bob@contoso.com&gt;; carol@contoso.com</c>.</summary>
internal static class CsvPersonCell
{
    // What separates people and names, and the colon, which makes an address of its own kind of it.
    private static ReadOnlySpan<byte> NotInEmail => ";<>: \r\n"u8;

    private static ReadOnlySpan<byte> NotInName => ";<>\r\n"u8;

    /// <summary>Appends all people of an array.</summary>
    public static bool AppendAll(ref Utf8JsonReader reader, CsvCells cells)
    {
        if (!CsvCellText.IsArray(ref reader))
        {
            return false;
        }

        bool isWhole = true;
        ReadOnlySpan<byte> separator = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            cells.Append(separator);
            separator = CsvCellText.Separator;
            isWhole &= Append(ref reader, cells);
        }

        return isWhole;
    }

    /// <summary>Appends one person. A cell holds all of it if that is an e-mail address, with a name or without.</summary>
    public static bool Append(ref Utf8JsonReader reader, CsvCells cells)
    {
        if (!CsvCellText.IsObject(ref reader))
        {
            return false;
        }

        ReadOnlySpan<byte> name = default;
        ReadOnlySpan<byte> email = default;
        ReadOnlySpan<byte> address = default;
        bool hasName = false;
        bool hasMore = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> member = JsonText.ReadBytes(ref reader);
            reader.Read();
            ReadOnlySpan<byte> text = reader.TokenType == JsonTokenType.String ? JsonText.ReadBytes(ref reader) : default;
            if (member.SequenceEqual("email"u8))
            {
                email = text;
            }
            else if (member.SequenceEqual("name"u8))
            {
                name = text;
                hasName = true;
            }
            else
            {
                address = member.SequenceEqual("address"u8) ? text : address;
                hasMore = true;
            }

            reader.Skip();
        }

        ReadOnlySpan<byte> shown = email.IsEmpty ? address : email;
        cells.Append(name);
        cells.Append(hasName ? " <"u8 : default);
        cells.Append(shown);
        cells.Append(hasName ? ">"u8 : default);
        return !hasMore && IsPlain(email) && (!hasName || CsvText.IsPart(name, NotInName));
    }

    private static bool IsPlain(ReadOnlySpan<byte> email) => email.Contains((byte)'@') && !email.ContainsAny(NotInEmail);
}

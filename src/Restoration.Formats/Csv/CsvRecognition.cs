using System.Text;
using Restoration.Formats.Csv.Events;
using Restoration.Formats.Tables;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>Tells tables of appointments by their header.</summary>
internal static class CsvRecognition
{
    /// <summary>Whether a file that begins like this is a table of appointments.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        Encoding encoding = TextEncodings.Detect(head, out int markLength);
        ReadOnlySpan<byte> text = encoding == Encoding.UTF8 ? head[markLength..] : Encoding.UTF8.GetBytes(encoding.GetString(head[markLength..]));
        byte? delimiter = null;
        while (CsvPreamble.TryPass(text, out int length, out byte? named))
        {
            text = text[length..];
            delimiter ??= named;
        }

        text = text.TrimStart("\r\n"u8);
        CsvRow row = new(ReadLimits.Default);
        if (text.IsEmpty || text.Contains((byte)0) || row.Scan(text, isFinal: true, delimiter ?? CsvPreamble.DetectDelimiter(text)) != CsvScan.Complete)
        {
            return false;
        }

        byte[] copy = text[..row.Length].ToArray();
        row.Unquote(copy);
        bool isUtf8 = System.Text.Unicode.Utf8.IsValid(copy);
        ReadOnlySpan<byte> decoded = isUtf8 ? copy : row.Decode(copy, CsvEncoding.ProvenBy(row.ToCells(copy)) ?? CsvEncoding.Of(null)).Span;
        string[] names = new string[row.Count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetString(decoded.Slice(row[i].Start, row[i].Length)).Trim();
        }

        return CsvColumn.IsOwn(names) || TableHeader.Read(names).HasAppointments;
    }
}

using System.Buffers;
using System.Text;
using Restoration.Formats.Tables;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>
/// What the cells of a table are written in where they are not Unicode: what its header proves, else what Windows uses in the
/// language that the user names, else Windows-1252.
/// </summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="IsProven">Whether the header is one that is known, in this encoding and in no other.</param>
/// <param name="IsNamed">Whether the user has named the language.</param>
internal sealed record CsvEncoding(Encoding Encoding, bool IsProven, bool IsNamed)
{
    private const int LongestRun = 3;

    // Those of the languages that headers are known in: Western and Central European, Cyrillic, Japanese, Chinese (two), Korean.
    private static readonly int[] CodePages = [1252, 1250, 1251, 932, 54936, 950, 949];

    // Bytes that Windows-1252 gives no meaning.
    private static readonly SearchValues<byte> Meaningless = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <summary>What the user has said; Windows-1252 if nothing, or if the language is only ever written in Unicode.</summary>
    /// <param name="culture">The language, such as <c>ja-JP</c>.</param>
    public static CsvEncoding Of(string? culture)
    {
        int page = NamedCulture.Find(culture)?.TextInfo.ANSICodePage ?? 0;
        return (page == 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(page)) is { } named
            ? new CsvEncoding(named, IsProven: false, IsNamed: true)
            : new CsvEncoding(TextEncodings.Windows1252, IsProven: false, IsNamed: false);
    }

    /// <summary>The encoding in which most of the names of a header are known that hold letters other than those of ASCII; null if none are.</summary>
    /// <param name="names">The names, in bytes.</param>
    public static CsvEncoding? ProvenBy(IReadOnlyList<byte[]> names)
    {
        byte[][] telling = [.. names.Where(name => !Ascii.IsValid(name))];
        (Encoding encoding, int known) = CodePages
            .Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page)!)
            .Select(encoding => (encoding, telling.Count(name => TableHeader.Knows(encoding.GetString(name)))))
            .MaxBy(candidate => candidate.Item2);
        return known == 0 ? null : new CsvEncoding(encoding, IsProven: true, IsNamed: false);
    }

    /// <summary>
    /// Whether Windows-1252 was guessed and cannot be right: a text has bytes that mean nothing in it, or more letters with accents in
    /// a row than any language has that it was made for.
    /// </summary>
    public bool Refutes(ReadOnlySpan<byte> text)
    {
        if (IsProven || IsNamed)
        {
            return false;
        }

        int run = 0;
        foreach (byte letter in text)
        {
            run = letter < 0x80 ? 0 : run + 1;
            if (run > LongestRun)
            {
                return true;
            }
        }

        return text.ContainsAny(Meaningless);
    }
}

using System.Text;
using Restoration.Formats.Text;

namespace Restoration.Formats.Mime;

/// <summary>Text in whatever character set a message names, or should have named.</summary>
internal static class MimeCharset
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes text; a set that nobody knows, and text without one, is UTF-8 if it can be, else Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> text, string? charset)
    {
        if (Find(charset) is { } encoding)
        {
            return encoding.GetString(text);
        }

        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return TextEncodings.Windows1252.GetString(text);
        }
    }

    // US-ASCII says nothing: what is in it with eight bits is in something else.
    private static Encoding? Find(string? charset)
    {
        string name = charset?.Trim().Trim('"').ToLowerInvariant() ?? "";
        return name switch
        {
            "" or "us-ascii" or "ascii" or "utf-8" or "utf8" or "unknown-8bit" or "x-unknown" or "default" => null,
            "iso-8859-1" or "latin1" or "iso8859-1" or "windows-1252" or "cp1252" => TextEncodings.Windows1252,
            "ks_c_5601-1987" or "ks_c_5601" => Named("euc-kr"),
            "cp932" or "ms932" or "x-sjis" => Named("shift_jis"),
            "iso-8859-8-i" => Named("iso-8859-8"),
            _ when name.StartsWith("cp", StringComparison.Ordinal) && name.Length == 6 => Named($"windows-{name[2..]}"),
            _ => Named(name),
        };
    }

    private static Encoding? Named(string name)
    {
        try
        {
            // UTF-7 is nothing that .NET reads, and nothing that a message may smuggle other text in with.
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

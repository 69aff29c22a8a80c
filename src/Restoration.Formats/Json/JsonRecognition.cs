using System.Text;
using Restoration.Formats.Text;

namespace Restoration.Formats.Json;

/// <summary>Tells JSON from everything else by its first character.</summary>
internal static class JsonRecognition
{
    /// <summary>Whether a file that begins like this is JSON.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        Encoding encoding = TextEncodings.Detect(head, out int markLength);
        ReadOnlySpan<byte> text = head[markLength..];
        if (encoding != Encoding.UTF8)
        {
            text = Encoding.UTF8.GetBytes(encoding.GetString(text));
        }

        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        text = text[1..].TrimStart(" \t\r\n"u8);
        return text.IsEmpty || text[0] is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'}' or (byte)']';
    }
}

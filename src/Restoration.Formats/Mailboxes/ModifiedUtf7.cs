using System.Text;

namespace Restoration.Formats.Mailboxes;

/// <summary>Names of mailboxes as IMAP and Maildir++ write them (RFC 3501 §5.1.3).</summary>
internal static class ModifiedUtf7
{
    /// <summary>The name in ASCII; dots, slashes and tildes are encoded too, because in Maildir++ they are none of the name.</summary>
    public static string Encode(string name)
    {
        StringBuilder text = new(name.Length);
        int position = 0;
        while (position < name.Length)
        {
            if (IsPlain(name[position]))
            {
                text.Append(name[position] == '&' ? "&-" : name[position].ToString());
                position++;
                continue;
            }

            int end = position;
            while (end < name.Length && !IsPlain(name[end]))
            {
                end++;
            }

            string digits = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[position..end])).TrimEnd('=').Replace('/', ',');
            text.Append('&').Append(digits).Append('-');
            position = end;
        }

        return text.ToString();
    }

    /// <summary>The name; what is no such encoding stays as it is.</summary>
    public static string Decode(string text)
    {
        StringBuilder name = new(text.Length);
        int position = 0;
        while (position < text.Length)
        {
            int end = text[position] == '&' ? text.IndexOf('-', position) : -1;
            if (end < 0)
            {
                name.Append(text[position++]);
                continue;
            }

            string digits = text[(position + 1)..end].Replace(',', '/');
            byte[] bytes = new byte[digits.Length];
            bool isWhole = Convert.TryFromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='), bytes, out int length) && length % 2 == 0;
            name.Append(digits.Length == 0 ? "&" : isWhole ? Encoding.BigEndianUnicode.GetString(bytes, 0, length) : text[position..(end + 1)]);
            position = end + 1;
        }

        return name.ToString();
    }

    private static bool IsPlain(char character) => character is >= ' ' and <= '}' and not ('.' or '/' or '\\');
}

using System.Text;
using Restoration.Items;

namespace Restoration.Formats.Mime;

/// <summary>Lists of addresses (RFC 5322 §3.4): names, groups, comments and quotes, and whatever programs make of them.</summary>
internal static class AddressList
{
    private const int Most = 10_000;

    /// <summary>Reads a field; what is no address at all is left out.</summary>
    public static IReadOnlyList<MailAddress> Parse(ReadOnlySpan<byte> raw)
    {
        // Encoded words are decoded after the list is taken apart: they may hold a comma.
        string text = Encoding.Latin1.GetString(HeaderText.Unfold(raw));
        List<MailAddress> addresses = [];
        StringBuilder phrase = new();
        StringBuilder comment = new();
        string? bracketed = null;
        for (int i = 0; i < text.Length && addresses.Count < Most; i++)
        {
            switch (text[i])
            {
                case '"':
                    phrase.Append(TakeQuoted(text, ref i));
                    break;
                case '(':
                    comment.Append(TakeComment(text, ref i));
                    break;
                case '<':
                    int end = text.IndexOf('>', i);
                    bracketed = text[(i + 1)..(end < 0 ? text.Length : end)];
                    i = end < 0 ? text.Length : end;
                    break;
                case ':' when bracketed is null && !phrase.ToString().Contains('@', StringComparison.Ordinal):
                    phrase.Clear();
                    break;
                case ',' or ';':
                    Add(addresses, phrase, comment, ref bracketed);
                    break;
                default:
                    phrase.Append(text[i]);
                    break;
            }
        }

        Add(addresses, phrase, comment, ref bracketed);
        return addresses;
    }

    private static void Add(List<MailAddress> addresses, StringBuilder phrase, StringBuilder comment, ref string? bracketed)
    {
        string words = Readable(phrase.ToString());
        string address = (bracketed is null ? words : Readable(bracketed)).Trim().Trim('\'');
        string? name = bracketed is null ? Readable(comment.ToString()) : words;

        // A route of old times stands before the address (RFC 5322 §4.4).
        int route = bracketed is not null && address.StartsWith('@') ? address.IndexOf(':', StringComparison.Ordinal) : -1;
        address = address[(route + 1)..];
        if (address.Length > 0 || name.Length > 0)
        {
            addresses.Add(new MailAddress(name.Length == 0 ? null : name, address));
        }

        phrase.Clear();
        comment.Clear();
        bracketed = null;
    }

    private static string Readable(string text) => HeaderText.Decode(Encoding.Latin1.GetBytes(text)).Trim();

    private static string TakeQuoted(string text, ref int i)
    {
        StringBuilder value = new();
        for (i++; i < text.Length && text[i] != '"'; i++)
        {
            i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
            value.Append(text[i]);
        }

        return value.ToString();
    }

    private static string TakeComment(string text, ref int i)
    {
        StringBuilder value = new();
        int depth = 1;
        for (i++; i < text.Length && depth > 0; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth > 0)
            {
                value.Append(text[i]);
            }
        }

        i--;
        return value.ToString();
    }
}

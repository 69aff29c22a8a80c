using System.Text;
using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>What a vCard says of itself (RFC 6350): the name, the id, the addresses.</summary>
internal static class VCardFacts
{
    /// <summary>Reads the first card.</summary>
    public static EntityFacts Read(ReadOnlySpan<byte> card)
    {
        string text = MimeCharset.Decode(card, null).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        string? name = null;
        string? parts = null;
        string? uid = null;
        List<MailAddress> addresses = [];
        foreach (string line in text.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            string property = line[..colon].Split(';')[0];
            property = property[(property.LastIndexOf('.') + 1)..].ToUpperInvariant();
            string value = Unescape(line[(colon + 1)..].Trim());
            name ??= property == "FN" && value.Length > 0 ? value : null;
            parts ??= property is "N" or "ORG" ? string.Join(' ', value.Split(';', StringSplitOptions.RemoveEmptyEntries)) : null;
            uid ??= property == "UID" && value.Length > 0 ? value : null;
            if (property == "EMAIL" && value.Length > 0)
            {
                addresses.Add(new MailAddress(null, value));
            }
        }

        return new EntityFacts { Subject = name ?? parts ?? "", Uid = uid, To = addresses };
    }

    private static string Unescape(string value)
    {
        StringBuilder text = new(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            bool isEscape = value[i] == '\\' && i + 1 < value.Length;
            i += isEscape ? 1 : 0;
            text.Append(isEscape && (value[i] is 'n' or 'N') ? '\n' : value[i]);
        }

        return text.ToString();
    }
}

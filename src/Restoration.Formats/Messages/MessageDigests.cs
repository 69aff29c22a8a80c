using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>The digests that messages are recognised and compared by; the rules stand in docs/formats.md.</summary>
internal static class MessageDigests
{
    private const int PieceLength = 32 << 10;

    /// <summary>The digest of a body with LF for every line end, and none at its end: the same on its way through every format.</summary>
    public static ContentHash OfBody(ReadOnlySpan<byte> body)
    {
        body = body.TrimEnd(" \t\r\n"u8);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (body.IndexOf((byte)'\r') < 0)
        {
            hash.AppendData(body);
        }
        else
        {
            AppendLines(hash, body);
        }

        return new ContentHash(hash.GetHashAndReset());
    }

    /// <summary>What a message without a Message-ID is recognised by.</summary>
    public static ContentHash NaturalKey(string itemClass, EntityFacts facts, ContentHash body)
    {
        StringBuilder lines = new("message v1\n");
        lines.Append(itemClass.ToUpperInvariant()).Append('\n');
        lines.Append(Normal(facts.Subject.Trim())).Append('\n');
        AppendPeople(lines, facts.From);
        AppendPeople(lines, facts.To);
        AppendPeople(lines, facts.Cc);
        lines.Append(facts.Sent?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)).Append('\n').Append(body);
        return ContentHash.Of(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    /// <summary>What two messages share that a restore need not tell apart.</summary>
    public static ContentHash Comparison(MessageState state, MimeHeaders headers, ContentHash body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        StringBuilder lines = new("message v1\n");
        lines.Append(state.ItemClass.ToUpperInvariant()).Append('\n');
        lines.Append(CultureInfo.InvariantCulture, $"{state.IsRead} {state.Flag} {state.Importance} {(int?)state.Marks}\n");
        lines.AppendJoin('\n', (state.Categories ?? []).Order(StringComparer.Ordinal)).Append("\n\n");
        hash.AppendData(Encoding.UTF8.GetBytes(lines.ToString()));
        foreach (MimeHeader header in headers.Fields)
        {
            string name = header.Name.ToLowerInvariant();
            if (!TransportHeaders.Holds(name))
            {
                hash.AppendData(Encoding.Latin1.GetBytes(name));
                hash.AppendData(":"u8);
                hash.AppendData(Canonical(header.Value));
                hash.AppendData("\n"u8);
            }
        }

        hash.AppendData("\n"u8);
        hash.AppendData(body.ToArray());
        return new ContentHash(hash.GetHashAndReset());
    }

    /// <summary>A value on one line, with one blank for any number of them: folding is no difference (RFC 6376 §3.4.2).</summary>
    public static byte[] Canonical(ReadOnlySpan<byte> raw)
    {
        byte[] text = new byte[raw.Length];
        int length = 0;
        foreach (byte value in raw.Trim(" \t\r\n"u8))
        {
            bool isBlank = value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
            if (!isBlank || text[length - 1] != ' ')
            {
                text[length++] = isBlank ? (byte)' ' : value;
            }
        }

        return text[..length];
    }

    private static void AppendLines(IncrementalHash hash, ReadOnlySpan<byte> body)
    {
        byte[] piece = new byte[PieceLength];
        while (!body.IsEmpty)
        {
            ReadOnlySpan<byte> part = body[..Math.Min(PieceLength, body.Length)];
            int length = 0;
            while (!part.IsEmpty)
            {
                int end = part.IndexOf((byte)'\r');
                ReadOnlySpan<byte> run = end < 0 ? part : part[..end];
                run.CopyTo(piece.AsSpan(length));
                length += run.Length;
                part = end < 0 ? default : part[(end + 1)..];
            }

            hash.AppendData(piece, 0, length);
            body = body[Math.Min(PieceLength, body.Length)..];
        }
    }

    private static void AppendPeople(StringBuilder lines, IReadOnlyList<MailAddress> people)
        => lines.AppendJoin(',', people.Select(person => person.Address.ToLowerInvariant()).Order(StringComparer.Ordinal)).Append('\n');

    // Text from a message may hold halves of characters, which have no normal form.
    private static string Normal(string text)
        => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);
}

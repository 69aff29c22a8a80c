using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Formats.Messages;
using Restoration.Items;

namespace Restoration.Formats.Mailboxes.Json;

/// <summary>
/// Makes a message (RFC 5322) of one of Microsoft Graph, which has no MIME of its own: every mail program can read it then. What
/// has no place in a message stays in the header <c>X-Restoration-Graph</c>. The same object makes the same bytes.
/// </summary>
internal static class GraphMessage
{
    private const int LineLength = 76;

    // What stands in the message or in its state.
    private static readonly HashSet<string> Mapped = new(StringComparer.Ordinal)
    {
        "subject", "from", "sender", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "sentDateTime", "receivedDateTime", "internetMessageId",
        "body", "attachments", "isRead", "isDraft", "flag", "importance", "categories", "lastModifiedDateTime", "hasAttachments", "bodyPreview",
        "folder", "folderPath", "parentFolderPath", "itemClass", "internetMessageHeaders",
    };

    private static readonly HashSet<string> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        "Subject", "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "X-Restoration-Graph",
    };

    /// <summary>The message.</summary>
    public static byte[] ToMime(JsonElement value)
    {
        StringBuilder text = new();
        Line(text, "Message-ID", JsonFacts.First(value, "internetMessageId"));
        Line(text, "Date", Date(JsonFacts.First(value, "sentDateTime", "createdDateTime")));
        string from = Person(value, "from");
        string sender = Person(value, "sender");
        Line(text, "From", from.Length > 0 ? from : sender);
        Line(text, "Sender", sender != from && from.Length > 0 ? sender : null);
        Line(text, "To", People(value, "toRecipients"));
        Line(text, "Cc", People(value, "ccRecipients"));
        Line(text, "Bcc", People(value, "bccRecipients"));
        Line(text, "Reply-To", People(value, "replyTo"));
        Line(text, "Subject", Word(JsonFacts.First(value, "subject") ?? ""));
        foreach (JsonElement header in List(value, "internetMessageHeaders"))
        {
            string name = JsonFacts.First(header, "name") ?? "";
            if (name.Length > 0 && name.All(character => character is > ' ' and < '\u007f' and not ':') && !Written.Contains(name))
            {
                Line(text, name, Word(OneLine(JsonFacts.First(header, "value") ?? "")));
            }
        }

        Line(text, "X-Restoration-Graph", Rest(value));
        text.Append("MIME-Version: 1.0\r\n");
        AppendBody(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendBody(StringBuilder text, JsonElement value)
    {
        JsonElement[] files = [.. List(value, "attachments").Where(file => JsonFacts.First(file, "contentBytes") is not null)];
        StringBuilder body = new();
        JsonElement content = value.TryGetProperty("body", out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found : default;
        bool isHtml = content.ValueKind == JsonValueKind.Object && string.Equals(JsonFacts.First(content, "contentType"), "html", StringComparison.OrdinalIgnoreCase);
        string words = content.ValueKind == JsonValueKind.Object ? JsonFacts.First(content, "content") ?? "" : JsonFacts.First(value, "bodyPreview") ?? "";
        AppendPart(body, $"text/{(isHtml ? "html" : "plain")}; charset=utf-8", "", Convert.ToBase64String(Encoding.UTF8.GetBytes(words)));
        if (files.Length == 0)
        {
            text.Append(body);
            return;
        }

        string boundary = $"=_{ContentHash.Of(Encoding.UTF8.GetBytes(body.ToString())).ToString()[..24]}";
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n").Append(body);
        foreach (JsonElement file in files)
        {
            bool isInline = file.TryGetProperty("isInline", out JsonElement inline) && inline.ValueKind == JsonValueKind.True;
            string id = JsonFacts.First(file, "contentId") is { } contentId ? $"Content-ID: <{OneLine(contentId).Trim('<', '>')}>\r\n" : "";
            string disposition = $"Content-Disposition: {(isInline ? "inline" : "attachment")}; filename*=utf-8''{Uri.EscapeDataString(JsonFacts.First(file, "name") ?? "")}\r\n";
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            AppendPart(text, OneLine(JsonFacts.First(file, "contentType") ?? "application/octet-stream"), disposition + id, JsonFacts.First(file, "contentBytes")!);
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
    }

    private static void AppendPart(StringBuilder text, string type, string more, string base64)
    {
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n{more}Content-Transfer-Encoding: base64\r\n\r\n");
        for (int position = 0; position < base64.Length; position += LineLength)
        {
            text.Append(base64, position, Math.Min(LineLength, base64.Length - position)).Append("\r\n");
        }
    }

    private static string? Rest(JsonElement value)
    {
        JsonProperty[] rest = [.. value.EnumerateObject().Where(member => !Mapped.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)];
        if (rest.Length == 0)
        {
            return null;
        }

        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in rest)
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return string.Join("\r\n ", Convert.ToBase64String(json.ToArray()).Chunk(LineLength).Select(piece => new string(piece)));
    }

    private static string People(JsonElement value, string name)
        => string.Join(",\r\n ", List(value, name).Select(Person).Where(person => person.Length > 0));

    private static string Person(JsonElement value, string name)
        => value.TryGetProperty(name, out JsonElement person) && person.ValueKind == JsonValueKind.Object ? Person(person) : "";

    private static string Person(JsonElement person)
    {
        if (!person.TryGetProperty("emailAddress", out JsonElement address) || address.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        string? name = JsonFacts.First(address, "name");
        string mail = OneLine(JsonFacts.First(address, "address") ?? "");
        return name is null || name == mail ? mail : $"{Phrase(OneLine(name))} <{mail}>";
    }

    private static string Phrase(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-') ? name
        : name.All(char.IsAscii) ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : Word(name);

    // Encoded words of at most 75 characters, none with half a character in it (RFC 2047 §2).
    private static string Word(string text)
    {
        string line = OneLine(text);
        if (line.All(char.IsAscii) && !line.Contains("=?", StringComparison.Ordinal))
        {
            return line;
        }

        List<string> words = [];
        List<byte> bytes = [];
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (bytes.Count + rune.Utf8SequenceLength > 42)
            {
                words.Add($"=?utf-8?B?{Convert.ToBase64String(bytes.ToArray())}?=");
                bytes.Clear();
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        words.Add($"=?utf-8?B?{Convert.ToBase64String(bytes.ToArray())}?=");
        return string.Join("\r\n ", words);
    }

    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static IEnumerable<JsonElement> List(JsonElement value, string name)
        => value.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Date(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)
            : null;

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }
    }
}

using System.Text;
using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>What an entity says of itself that lists and keys are made of, whatever it is: a message, a contact, a note.</summary>
internal sealed record EntityFacts
{
    // A longer one is no id: nobody writes such, and no index holds it.
    private const int LongestId = 998;

    /// <summary>The subject, or the name of a contact.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The id that it brings along; null if it brings none.</summary>
    public string? Uid { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>Whom it is from.</summary>
    public IReadOnlyList<MailAddress> From { get; init; } = [];

    /// <summary>Whom it is to.</summary>
    public IReadOnlyList<MailAddress> To { get; init; } = [];

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Reads an entity.</summary>
    public static EntityFacts Read(MimeHeaders headers, ReadOnlyMemory<byte> entity)
    {
        string type = headers.Find("Content-Type"u8) is { } field ? HeaderParameters.Parse(field.Value).Value : "";
        if (headers.Find("Message-ID"u8) is null && headers.Find("From"u8) is null)
        {
            switch (type)
            {
                case "application/json":
                    return JsonFacts.Read(entity[headers.BodyStart..]);
                case "text/vcard" or "text/x-vcard" or "text/directory":
                    return VCardFacts.Read(entity.Span[headers.BodyStart..]);
            }
        }

        return new EntityFacts
        {
            Subject = headers.Text("Subject"u8) ?? "",
            Uid = MessageId(headers.Text("Message-ID"u8)),
            Sent = MimeDate.Parse(headers.Text("Date"u8)),
            From = Addresses(headers, "From"),
            To = Addresses(headers, "To"),
            Cc = Addresses(headers, "Cc"),
        };
    }

    /// <summary>The people of all fields of a name.</summary>
    public static IReadOnlyList<MailAddress> Addresses(MimeHeaders headers, string name)
        => [.. headers.All(name).SelectMany(field => AddressList.Parse(field.Value))];

    /// <summary>A text that lists and stores can hold: on one line, without characters that are none.</summary>
    public static string Listed(string text)
    {
        const int longest = 1000;
        StringBuilder listed = new(Math.Min(text.Length, longest));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (listed.Length >= longest)
            {
                break;
            }

            listed.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return listed.ToString().Trim();
    }

    private static string? MessageId(string? text)
    {
        string id = text?.Trim() ?? "";
        int open = id.IndexOf('<', StringComparison.Ordinal);
        int close = open < 0 ? -1 : id.IndexOf('>', open);
        id = close > open ? id[(open + 1)..close] : id;
        id = string.Concat(id.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));
        return id.Length is 0 or > LongestId ? null : id;
    }
}

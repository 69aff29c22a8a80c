using System.Text.Json;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>What an object of Microsoft Graph says of itself: a contact, a task, a note.</summary>
internal static class JsonFacts
{
    private static readonly string[] SubjectNames = ["subject", "displayName", "title", "fileAs", "givenName", "companyName"];
    private static readonly string[] IdNames = ["internetMessageId", "iCalUId", "id"];
    private static readonly string[] TimeNames = ["sentDateTime", "createdDateTime", "lastModifiedDateTime"];

    /// <summary>Reads an object; of what is no object, nothing is known.</summary>
    public static EntityFacts Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true });
            JsonElement value = document.RootElement;
            return value.ValueKind != JsonValueKind.Object ? new EntityFacts() : new EntityFacts
            {
                Subject = First(value, SubjectNames) ?? "",
                Uid = First(value, IdNames)?.Trim('<', '>'),
                Sent = DateTimeOffset.TryParse(
                    First(value, TimeNames), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null,
                To = People(value),
            };
        }
        catch (JsonException)
        {
            // It is kept byte for byte all the same; whoever read it from a file has said what is wrong with it.
            return new EntityFacts();
        }
    }

    /// <summary>The first of these members that is a text with something in it.</summary>
    public static string? First(JsonElement value, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (value.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static IReadOnlyList<MailAddress> People(JsonElement value)
        => value.TryGetProperty("emailAddresses", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(person => person.ValueKind == JsonValueKind.Object).Select(person => new MailAddress(First(person, "name"), First(person, "address") ?? ""))]
            : [];
}

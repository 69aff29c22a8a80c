using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Items;

namespace Restoration.Formats.Mailboxes.Json;

/// <summary>Makes items of objects of Microsoft Graph.</summary>
internal static class GraphItems
{
    private static readonly ItemCodec Codec = new();

    /// <summary>Makes an item.</summary>
    /// <param name="kind">What the object is.</param>
    /// <param name="value">The object.</param>
    /// <param name="json">Its text, which contacts, tasks and notes keep.</param>
    public static Item Make(GraphKind kind, JsonElement value, ReadOnlySpan<byte> json) => kind switch
    {
        GraphKind.Own => Own(value),
        GraphKind.Message => MessageFactory.Create(StateOf(value, ClassOf(value)), GraphMessage.ToMime(value)),
        GraphKind.Contact => MessageFactory.Wrap(StateOf(value, ItemClasses.Contact), "application/json", json),
        GraphKind.Task => MessageFactory.Wrap(StateOf(value, ItemClasses.Task), "application/json", json),
        _ => MessageFactory.Wrap(StateOf(value, ItemClasses.StickyNote), "application/json", json),
    };

    private static Item Own(JsonElement value)
    {
        if (JsonFacts.First(value, "ics") is { } calendar)
        {
            return Codec.Read(Encoding.UTF8.GetBytes(calendar));
        }

        byte[] mime = value.GetProperty("mime").GetBytesFromBase64();
        StateBlock? block = StateBlock.Read(Encoding.ASCII.GetBytes(JsonFacts.First(value, "state") ?? ""));
        return block is not null && block.MimeSize != mime.Length
            ? throw new RestorationException(FailureCode.InvalidData, "the message is not as long as it was.")
            : MessageFactory.Create(block?.State ?? StateOf(value, JsonFacts.First(value, "itemClass") ?? ItemClasses.Note), mime);
    }

    private static string ClassOf(JsonElement value) => JsonFacts.First(value, "itemClass") ?? JsonFacts.First(value, "meetingMessageType") switch
    {
        "meetingRequest" => "IPM.Schedule.Meeting.Request",
        "meetingCancelled" => "IPM.Schedule.Meeting.Canceled",
        "meetingAccepted" => "IPM.Schedule.Meeting.Resp.Pos",
        "meetingTenativelyAccepted" or "meetingTentativelyAccepted" => "IPM.Schedule.Meeting.Resp.Tent",
        "meetingDeclined" => "IPM.Schedule.Meeting.Resp.Neg",
        _ => ItemClasses.Note,
    };

    private static MessageState StateOf(JsonElement value, string itemClass) => new()
    {
        ItemClass = itemClass,
        Received = Time(value, "receivedDateTime"),
        IsRead = Bool(value, "isRead"),
        Flag = value.TryGetProperty("flag", out JsonElement flag) && flag.ValueKind == JsonValueKind.Object
            ? JsonFacts.First(flag, "flagStatus") switch
            {
                "flagged" => FlagStatus.Flagged,
                "complete" => FlagStatus.Complete,
                "notFlagged" => FlagStatus.NotFlagged,
                _ => null,
            }
            : null,
        Importance = JsonFacts.First(value, "importance") is { } importance && Enum.TryParse(importance, ignoreCase: true, out Importance parsed) ? parsed : null,
        Marks = Bool(value, "isDraft") == true ? MessageMarks.Draft : null,
        Categories = value.TryGetProperty("categories", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : null,
        LastModified = Time(value, "lastModifiedDateTime"),
    };

    private static bool? Bool(JsonElement value, string name)
        => value.TryGetProperty(name, out JsonElement member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : null;

    private static DateTimeOffset? Time(JsonElement value, string name)
        => DateTimeOffset.TryParse(JsonFacts.First(value, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null;
}

using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.Json.Events;

namespace Restoration.Formats.Json;

/// <summary>What a JSON object is.</summary>
internal enum JsonShape
{
    /// <summary>Nothing that is known here.</summary>
    Unknown,

    /// <summary>The first line of a file of ours.</summary>
    Header,

    /// <summary>The last line of a file of ours.</summary>
    Trailer,

    /// <summary>An appointment as this program writes it.</summary>
    Own,

    /// <summary>An event of Microsoft Graph.</summary>
    Graph,

    /// <summary>A row of a table of appointments, with its columns as members.</summary>
    Row,
}

/// <summary>Tells the shapes of JSON objects apart by their members.</summary>
internal static class JsonShapes
{
    private static readonly HashSet<string> Graph = new(StringComparer.OrdinalIgnoreCase)
    {
        "@odata.etag", "@odata.type", "@removed", "iCalUId", "bodyPreview", "seriesMasterId", "isReminderOn", "reminderMinutesBeforeStart",
        "originalStartTimeZone", "webLink", "changeKey", "isCancelled", "isOrganizer", "responseStatus", "isOnlineMeeting", "hasAttachments",
    };

    private static readonly HashSet<string> Row = new(StringComparer.Ordinal)
    {
        "start_time", "end_time", "body_content", "body_content_type", "ms_event_id", "category_id", "is_all_day", "Start Date", "Start Time",
    };

    /// <summary>The shape of an object; the text is known to be JSON.</summary>
    public static JsonShape Of(ReadOnlySpan<byte> json, JsonReaderOptions syntax)
    {
        Utf8JsonReader reader = new(json, syntax);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonShape.Unknown;
        }

        JsonShape shape = JsonShape.Unknown;
        int members = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            members++;
            ReadOnlySpan<byte> name = JsonText.ReadBytes(ref reader);
            EventMember member = MemberDefinition.Find(name);
            string text = member == EventMember.Unknown ? System.Text.Encoding.UTF8.GetString(name) : "";
            reader.Read();
            if (text == HeaderJson.Member)
            {
                return JsonShape.Header;
            }

            if (IsGraph(text, member, reader.TokenType) || IsGraphPart(member, reader))
            {
                return JsonShape.Graph;
            }

            shape = Row.Contains(text) ? JsonShape.Row
                : shape == JsonShape.Unknown && member != EventMember.Unknown ? JsonShape.Own
                : shape;
            if (member == EventMember.End && members == 1 && IsTrailer(reader))
            {
                return JsonShape.Trailer;
            }

            reader.Skip();
        }

        return shape;
    }

    private static bool IsGraph(string name, EventMember member, JsonTokenType value)
        => Graph.Contains(name)
            || (member is EventMember.Body or EventMember.Location && value == JsonTokenType.StartObject)
            || (value == JsonTokenType.StartObject && (name.Equals("Body", StringComparison.Ordinal) || name.Equals("Start", StringComparison.Ordinal)));

    // Of a selection of members, those with parts of their own still tell: ours call the parts otherwise.
    private static bool IsGraphPart(EventMember member, Utf8JsonReader reader) => member switch
    {
        EventMember.Recurrence => Holds(reader, "pattern"u8),
        EventMember.Organizer or EventMember.Attendees => Holds(reader, "emailAddress"u8),
        _ => false,
    };

    // Whether an object, or the first of a list, has a member.
    private static bool Holds(Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(JsonText.ReadBytes(ref reader), name))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }

    private static bool IsTrailer(Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("count"u8);
}

using System.Text;
using System.Text.Json;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// A row of an application's <c>audit_log</c> table (action_type, resource_type, status, details, request_data): unlike the
/// records of Exchange it can hold the content of the appointment that an action failed for.
/// </summary>
internal static class AuditLogRow
{
    private const string Appointment = "appointment";

    /// <summary>The record; its item is there only if the row holds the item's content.</summary>
    /// <param name="draft">A draft that <see cref="AuditRecordDraft.IsTableRow"/> holds for.</param>
    /// <param name="creationTime">When it was done.</param>
    /// <param name="isContentMissing">Whether the row is about an appointment but says nothing of it.</param>
    public static AuditRecord Build(AuditRecordDraft draft, DateTimeOffset creationTime, out bool isContentMissing)
    {
        bool isAppointment = string.Equals(draft[AuditField.ResourceType], Appointment, StringComparison.OrdinalIgnoreCase);
        AuditedItem? item = isAppointment ? draft.Details.Select(details => FindContent(Encoding.UTF8.GetBytes(details))).FirstOrDefault(found => found is not null) : null;
        isContentMissing = isAppointment && item is null;
        return new AuditRecord
        {
            RecordId = draft[AuditField.Id],
            Operation = draft[AuditField.ActionType]!,
            CreationTime = creationTime,
            UserId = draft[AuditField.UserId],
            ResultStatus = draft[AuditField.Status],
            Items = item is null ? [] : [item with { Id = draft[AuditField.ResourceId] }],
        };
    }

    private static AuditedItem? FindContent(ReadOnlySpan<byte> details)
    {
        try
        {
            Utf8JsonReader reader = new(details);
            reader.Read();
            return FindContent(ref reader, details);
        }
        catch (JsonException)
        {
            // Details may be any text; only JSON can hold content.
            return null;
        }
    }

    private static AuditedItem? FindContent(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.String && JsonText.ReadBytes(ref reader) is var text && AuditObjectReader.IsJson(text))
        {
            return FindContent(text);
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Utf8JsonReader members = reader;
            if (ReadContent(ref reader, json) is { } content)
            {
                return content;
            }

            reader = members;
        }

        return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? FindInside(ref reader, json) : null;
    }

    private static AuditedItem? FindInside(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        AuditedItem? found = null;
        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            found ??= FindContent(ref reader, json);
        }

        return found;
    }

    // Content is at least a subject and a start: a message alone says that something failed, not what.
    private static AuditedItem? ReadContent(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int begin = (int)reader.TokenStartIndex;
        string? subject = null;
        string? start = null;
        string? uid = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Encoding.UTF8.GetString(JsonText.ReadBytes(ref reader));
            reader.Read();
            switch (name)
            {
                case "subject":
                    subject = JsonText.Read(ref reader);
                    break;
                case "start_time" or "start":
                    start = JsonText.Read(ref reader);
                    break;
                case "ical_uid" or "uid":
                    uid = JsonText.Read(ref reader);
                    break;
            }

            reader.Skip();
        }

        return string.IsNullOrWhiteSpace(subject) || string.IsNullOrWhiteSpace(start)
            ? null
            : new AuditedItem { Subject = subject, Uid = uid, Details = Encoding.UTF8.GetString(json[begin..(int)reader.BytesConsumed]) };
    }
}

using System.Text;
using System.Text.Json;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>Reads the members of one object, or the cells of one row, into a draft; knows nothing of where the object stands.</summary>
/// <param name="pool">Holds the texts that many records share.</param>
/// <param name="json">How deep the JSON may go.</param>
internal sealed class AuditObjectReader(TextPool pool, JsonReaderOptions json)
{
    /// <summary>Reads an object from its start, on which the reader stands, to its end.</summary>
    public void Read(ref Utf8JsonReader reader, AuditRecordDraft draft)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            AuditField field = AuditFieldNames.Find(JsonText.ReadBytes(ref reader));
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (field == AuditField.None)
            {
                reader.Skip();
            }
            else if (field == AuditField.AuditData && reader.TokenType is JsonTokenType.String or JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
                draft.AuditData = start..(int)reader.BytesConsumed;
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                ReadStructure(field, ref reader, draft);
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                Read(field, JsonText.ReadBytes(ref reader), draft);
            }
        }
    }

    /// <summary>Takes the value of a field from its text; objects and lists may stand in it as JSON.</summary>
    public void Read(AuditField field, ReadOnlySpan<byte> text, AuditRecordDraft draft)
    {
        switch (field)
        {
            case AuditField.Details:
                draft.Details.Add(Encoding.UTF8.GetString(text));
                break;
            case AuditField.Folder or AuditField.DestinationFolder or AuditField.Folders
                or AuditField.Item or AuditField.Items or AuditField.ModifiedProperties when IsJson(text):
                Utf8JsonReader reader = new(text, json);
                reader.Read();
                ReadStructure(field, ref reader, draft);
                break;
            case AuditField.ModifiedProperties:
                draft.ModifiedProperties.AddRange(
                    Encoding.UTF8.GetString(text).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                break;
            case AuditField.Id or AuditField.CreationTime or AuditField.ItemId or AuditField.ItemSubject:
                draft.Set(field, Encoding.UTF8.GetString(text));
                break;
            default:
                draft.Set(field, pool.Get(text));
                break;
        }
    }

    /// <summary>Whether a text begins like a JSON object or list.</summary>
    public static bool IsJson(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private void ReadStructure(AuditField field, ref Utf8JsonReader reader, AuditRecordDraft draft)
    {
        switch (field)
        {
            case AuditField.Folder:
                draft.Folder ??= ReadFolder(ref reader);
                break;
            case AuditField.DestinationFolder:
                draft.DestinationFolder ??= ReadFolder(ref reader);
                break;
            case AuditField.Details:
                using (JsonDocument details = JsonDocument.ParseValue(ref reader))
                {
                    draft.Details.Add(details.RootElement.GetRawText());
                }

                break;
            case AuditField.Folders or AuditField.Item or AuditField.Items or AuditField.ModifiedProperties when reader.TokenType == JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    ReadElement(field, ref reader, draft);
                }

                break;
            default:
                ReadElement(field, ref reader, draft);
                break;
        }
    }

    // PowerShell writes a list of one as the one.
    private void ReadElement(AuditField field, ref Utf8JsonReader reader, AuditRecordDraft draft)
    {
        if (reader.TokenType == JsonTokenType.String && field == AuditField.ModifiedProperties)
        {
            draft.ModifiedProperties.Add(pool.Get(JsonText.ReadBytes(ref reader)));
        }
        else if (reader.TokenType == JsonTokenType.StartObject && field is AuditField.Item or AuditField.Items && ReadItem(ref reader) is { } item)
        {
            draft.Items.Add(item);
        }
        else if (reader.TokenType == JsonTokenType.StartObject && field == AuditField.Folders && ReadFolder(ref reader) is { } folder)
        {
            draft.Folders.Add(folder);
        }
        else
        {
            reader.Skip();
        }
    }

    private AuditedItem? ReadItem(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? immutableId = null;
        string? messageId = null;
        string? subject = null;
        AuditedFolder? folder = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            AuditField field = AuditFieldNames.Find(JsonText.ReadBytes(ref reader));
            reader.Read();
            switch (field)
            {
                case AuditField.Id or AuditField.ItemId:
                    id = JsonText.Read(ref reader);
                    break;
                case AuditField.ImmutableId:
                    immutableId = JsonText.Read(ref reader);
                    break;
                case AuditField.InternetMessageId:
                    messageId = JsonText.Read(ref reader);
                    break;
                case AuditField.Subject or AuditField.ItemSubject:
                    subject = JsonText.Read(ref reader);
                    break;
                case AuditField.ParentFolder:
                    folder = ReadFolder(ref reader) ?? folder;
                    break;
                case AuditField.FolderPath or AuditField.ItemFolderPath:
                    folder ??= new AuditedFolder(null, JsonText.Read(ref reader));
                    break;
            }

            reader.Skip();
        }

        return id is null && immutableId is null && subject is null ? null : new AuditedItem
        {
            Id = id,
            ImmutableId = immutableId,
            InternetMessageId = messageId,
            Subject = subject,
            ParentFolder = folder,
        };
    }

    private AuditedFolder? ReadFolder(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? id = null;
        string? path = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            AuditField field = AuditFieldNames.Find(JsonText.ReadBytes(ref reader));
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && field is AuditField.Id or AuditField.FolderId)
            {
                id = pool.Get(JsonText.ReadBytes(ref reader));
            }
            else if (reader.TokenType == JsonTokenType.String && field is AuditField.Path or AuditField.FolderPath)
            {
                path = pool.Get(JsonText.ReadBytes(ref reader));
            }

            reader.Skip();
        }

        return id is null && path is null ? null : new AuditedFolder(id, path);
    }
}

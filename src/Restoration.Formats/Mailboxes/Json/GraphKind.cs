using System.Text.Json;

namespace Restoration.Formats.Mailboxes.Json;

/// <summary>What an object of Microsoft Graph is.</summary>
internal enum GraphKind
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>What a file says of itself.</summary>
    Nothing,

    /// <summary>One of ours, with its exact content.</summary>
    Own,

    /// <summary>A message.</summary>
    Message,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A task.</summary>
    Task,

    /// <summary>A note.</summary>
    Note,

    /// <summary>A folder without its items.</summary>
    Folder,
}

/// <summary>Tells by its type, by its members, and by the list that it stands in, what an object is.</summary>
internal static class GraphKinds
{
    /// <summary>The kind of an object.</summary>
    public static GraphKind Of(JsonElement value, IReadOnlyCollection<GraphFrame> frames)
    {
        string type = Has(value, "@odata.type") ? value.GetProperty("@odata.type").ToString() : "";
        GraphFrame? list = frames.FirstOrDefault();
        string context = frames.FirstOrDefault(frame => !frame.IsList)?.Texts.GetValueOrDefault("@odata.context") ?? "";
        return true switch
        {
            _ when Has(value, "restoration") || Has(value, "end") && !Has(value, "start") => GraphKind.Nothing,
            _ when Has(value, "mime") || Has(value, "ics") => GraphKind.Own,
            _ when type.EndsWith(".message", StringComparison.Ordinal) || type.Contains(".eventMessage", StringComparison.Ordinal) => GraphKind.Message,
            _ when type.EndsWith(".event", StringComparison.Ordinal) => GraphKind.Event,
            _ when type.EndsWith(".contact", StringComparison.Ordinal) => GraphKind.Contact,
            _ when type.EndsWith(".todoTask", StringComparison.Ordinal) => GraphKind.Task,
            _ when Has(value, "start") && Has(value, "end") => GraphKind.Event,
            _ when Has(value, "internetMessageId") || Has(value, "toRecipients") || Has(value, "receivedDateTime") => GraphKind.Message,
            _ when Has(value, "totalItemCount") || Has(value, "childFolderCount") || list?.Name is "mailFolders" or "childFolders" or "folders" => GraphKind.Folder,
            _ => OfList(value, list?.Name ?? "", context),
        };
    }

    private static GraphKind OfList(JsonElement value, string list, string context) => true switch
    {
        _ when list == "messages" || context.Contains("/messages", StringComparison.Ordinal) => GraphKind.Message,
        _ when list is "events" or "appointments" || context.Contains("events", StringComparison.Ordinal) => GraphKind.Event,
        _ when list == "contacts" || context.Contains("contacts", StringComparison.Ordinal) || Has(value, "emailAddresses") || Has(value, "givenName") => GraphKind.Contact,
        _ when list == "tasks" || context.Contains("tasks", StringComparison.Ordinal) || (Has(value, "title") && Has(value, "status")) => GraphKind.Task,
        _ when list == "notes" => GraphKind.Note,
        _ => GraphKind.Unknown,
    };

    private static bool Has(JsonElement value, string name) => value.TryGetProperty(name, out _);
}

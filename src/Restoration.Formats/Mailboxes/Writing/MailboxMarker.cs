using System.Text.Json;
using Restoration.Destinations.Trees;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Writing;

/// <summary>The file that says that a folder is an export, and of what: only such a folder is ever replaced.</summary>
internal static class MailboxMarker
{
    /// <summary>Its name.</summary>
    public const string FileName = "restoration.json";

    /// <summary>Writes it.</summary>
    public static void Write(IFileSink sink, string format, MailboxInfo info)
    {
        using Stream stream = sink.Create(FileName);
        using Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteStartObject("restoration");
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("format", format);
        writer.WriteString("mailbox", info.Mailbox);
        writer.WriteString("takenAt", info.TakenAt.UtcDateTime);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Destinations.Trees;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Writing;

/// <summary>
/// One document of JSON: each item with the members of Microsoft Graph for others to read, and its exact content, which reading takes.
/// </summary>
/// <param name="sink">Where the file goes.</param>
/// <param name="info">What the mailbox says of itself.</param>
/// <param name="fileName">The name of the file.</param>
internal sealed class JsonMailboxWriter(IFileSink sink, MailboxInfo info, string fileName) : IMailboxWriter
{
    private static readonly ItemCodec Codec = new();

    private readonly Stream _stream = sink.Create(fileName);
    private FolderPath _folder;
    private long _count;
    private bool _isBegun;

    public ValueTask BeginFolderAsync(FolderPath folder, CancellationToken cancellation)
    {
        _folder = folder;
        return ValueTask.CompletedTask;
    }

    public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        await BeginAsync(cancellation).ConfigureAwait(false);
        using MemoryStream line = new();
        line.Write(_count++ == 0 ? "\n"u8 : ",\n"u8);
        using (Utf8JsonWriter writer = new(line))
        {
            Write(writer, item);
        }

        await _stream.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellation).ConfigureAwait(false);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation).ConfigureAwait(false);
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n],\"end\":{{\"count\":{_count}}}}}\n")), cancellation).ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async ValueTask BeginAsync(CancellationToken cancellation)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            using MemoryStream header = new();
            using (Utf8JsonWriter writer = new(header))
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteString("mailbox", info.Mailbox);
                writer.WriteString("takenAt", info.TakenAt.UtcDateTime);
                writer.WriteEndObject();
            }

            await _stream.WriteAsync(Encoding.UTF8.GetBytes($"{{\"restoration\":{Encoding.UTF8.GetString(header.ToArray())},\"items\":["), cancellation).ConfigureAwait(false);
        }
    }

    private void Write(Utf8JsonWriter writer, Item item)
    {
        Message message = Codec.DecodeMessage(item);
        writer.WriteStartObject();
        writer.WriteString("folder", _folder.ToString());
        writer.WriteString("itemClass", item.ItemClass);
        writer.WriteString("subject", item.Subject);
        if (message.From.Count > 0)
        {
            writer.WritePropertyName("from");
            WritePerson(writer, message.From[0]);
        }

        WritePeople(writer, "toRecipients", message.To);
        WritePeople(writer, "ccRecipients", message.Cc);
        WritePeople(writer, "bccRecipients", message.Bcc);
        WriteTime(writer, "sentDateTime", message.Sent);
        WriteTime(writer, "receivedDateTime", message.Received);
        if (OpenMessage.IsMessage(item.Content.Span))
        {
            WriteState(writer, message);
            OpenMessage open = OpenMessage.Open(item);
            writer.WriteString("state", Encoding.ASCII.GetString(item.Content.Span[..^open.Mime.Length]));
            writer.WriteBase64String("mime", open.Mime.Span);
        }
        else
        {
            writer.WriteString("ics", item.Content.Span);
        }

        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, Message message)
    {
        writer.WriteString("internetMessageId", message.Uid is null ? null : $"<{message.Uid}>");
        writer.WriteBoolean("isRead", message.IsRead);
        writer.WriteBoolean("isDraft", message.Marks.HasFlag(MessageMarks.Draft));
        writer.WriteBoolean("hasAttachments", message.HasAttachment);
        writer.WriteString("importance", message.Importance.ToString().ToLowerInvariant());
        writer.WriteStartObject("flag");
        writer.WriteString("flagStatus", message.Flag switch { FlagStatus.Flagged => "flagged", FlagStatus.Complete => "complete", _ => "notFlagged" });
        writer.WriteEndObject();
        writer.WriteStartArray("categories");
        foreach (string category in message.Categories)
        {
            writer.WriteStringValue(category);
        }

        writer.WriteEndArray();
    }

    private static void WritePeople(Utf8JsonWriter writer, string name, IReadOnlyList<MailAddress> people)
    {
        writer.WriteStartArray(name);
        foreach (MailAddress person in people)
        {
            WritePerson(writer, person);
        }

        writer.WriteEndArray();
    }

    private static void WritePerson(Utf8JsonWriter writer, MailAddress person)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("emailAddress");
        writer.WriteString("name", person.Name ?? person.Address);
        writer.WriteString("address", person.Address);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, value.UtcDateTime);
        }
    }
}

using System.Globalization;
using System.Text;
using Restoration.Destinations.Trees;
using Restoration.Formats.Mailboxes.Reading;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Writing;

/// <summary>
/// mbox files, quoted as mboxrd: one for each folder, or one for all, in which a line before each message says the folder; a message
/// of the Inbox goes there by itself.
/// </summary>
/// <param name="sink">Where the files go.</param>
/// <param name="info">What the mailbox says of itself.</param>
/// <param name="singleFile">The name of the one file; null for a file a folder.</param>
internal sealed class MboxMailboxWriter(IFileSink sink, MailboxInfo info, string? singleFile) : IMailboxWriter
{
    private static readonly FolderPath Inbox = FolderPath.Parse("Inbox");

    private Stream? _stream;
    private FolderPath _folder;

    public async ValueTask BeginFolderAsync(FolderPath folder, CancellationToken cancellation)
    {
        _folder = folder;
        if (singleFile is null)
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        OpenMessage message = OpenMessage.IsMessage(item.Content.Span)
            ? OpenMessage.Open(item)
            : OpenMessage.Open(MessageFactory.Create(
                new MessageState { ItemClass = item.ItemClass }, await CalendarEntity.WrapAsync(item, info, cancellation).ConfigureAwait(false)));
        bool endsInLine = message.Mime.Span is [.., (byte)'\n'];
        _stream ??= sink.Create(singleFile ?? string.Join('/', _folder.Segments.Select(SafeName.Encode)) + ".mbox");
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(FromLine(message, item)), cancellation).ConfigureAwait(false);
        string? folder = singleFile is null || (_folder == Inbox && item.ItemClass == ItemClasses.Note) ? null : _folder.ToString();
        await _stream.WriteAsync(MessageForm.Before(message, new MessageState(), folder, endsInLine), cancellation).ConfigureAwait(false);
        await WriteQuotedAsync(message.Mime, cancellation).ConfigureAwait(false);
        await _stream.WriteAsync(endsInLine ? "\n"u8.ToArray() : "\n\n"u8.ToArray(), cancellation).ConfigureAwait(false);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        if (singleFile is not null)
        {
            _stream ??= sink.Create(singleFile);
        }

        await CloseAsync().ConfigureAwait(false);
        if (singleFile is null)
        {
            MailboxMarker.Write(sink, "MBOX", info);
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async ValueTask CloseAsync()
    {
        if (_stream is { } open)
        {
            _stream = null;
            await open.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask WriteQuotedAsync(ReadOnlyMemory<byte> mime, CancellationToken cancellation)
    {
        int written = 0;
        int position = 0;
        while (position < mime.Length)
        {
            if (MboxLine.IsQuotable(mime.Span[position..Math.Min(mime.Length, position + 1024)]))
            {
                await _stream!.WriteAsync(mime[written..position], cancellation).ConfigureAwait(false);
                await _stream.WriteAsync(">"u8.ToArray(), cancellation).ConfigureAwait(false);
                written = position;
            }

            int end = mime.Span[position..].IndexOf((byte)'\n');
            position = end < 0 ? mime.Length : position + end + 1;
        }

        await _stream!.WriteAsync(mime[written..], cancellation).ConfigureAwait(false);
    }

    private static string FromLine(OpenMessage message, Item item)
    {
        string path = message.Headers.Text("Return-Path"u8)?.Trim('<', '>', ' ') ?? "";
        string sender = path.Length > 0 ? path : EntityFacts.Addresses(message.Headers, "From").FirstOrDefault()?.Address ?? "";
        bool isPlain = sender.Length > 0 && sender.All(character => character is > ' ' and < '\u007f');
        DateTime time = (message.Effective.Received ?? item.Start?.SortKey ?? DateTimeOffset.UnixEpoch).UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"From {(isPlain ? sender : "MAILER-DAEMON")} {time:ddd MMM} {time.Day,2} {time:HH:mm:ss yyyy}\n");
    }
}

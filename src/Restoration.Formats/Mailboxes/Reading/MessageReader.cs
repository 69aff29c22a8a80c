using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Formats.Mime;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>Makes entries of the bytes of one message, damaged or not, with the block of lines that may stand before it.</summary>
/// <param name="file">The file that it stands in.</param>
/// <param name="folder">The folder, if the message does not say it.</param>
internal sealed class MessageReader(MailFile file, IReadOnlyList<string> folder)
{
    /// <summary>Reads a message.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="around">What the file says of the message.</param>
    /// <param name="line">The line that it begins on; null if the file holds nothing else.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<MailboxEntry> ReadAsync(
        ReadOnlyMemory<byte> bytes, MessageState? around, long? line, [EnumeratorCancellation] CancellationToken cancellation)
    {
        StateBlock? block = StateBlock.Read(bytes.Span);
        ReadOnlyMemory<byte> mime = WithoutAddedEnd(bytes[(block?.Length ?? 0)..], block);
        MimeHeaders headers = MimeHeaders.Parse(mime);
        IReadOnlyList<string> place = block?.Folder is { } named ? named.Split('/') : folder;
        MessageState state = block is null ? around ?? new MessageState() : around is null ? block.State : MaildirFlags.Over(around, block.State);
        if (block is not null && CalendarEntity.Is(state, headers))
        {
            await foreach (MailboxEntry entry in ReadCalendarAsync(mime[headers.BodyStart..], place, cancellation).ConfigureAwait(false))
            {
                yield return entry;
            }

            yield break;
        }

        Item item = MessageFactory.Create(state, mime.Span);
        yield return new MailboxEntry { Folder = place, Item = item, Finding = FindDefects(headers, mime, line, item) };
    }

    private async IAsyncEnumerable<MailboxEntry> ReadCalendarAsync(
        ReadOnlyMemory<byte> body, IReadOnlyList<string> place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IItemReader reader = CalendarEntity.Open(body, file.Name, file.Limits);
        await using (reader.ConfigureAwait(false))
        {
            await foreach (ReadItem read in reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                yield return new MailboxEntry { Folder = place, Item = read.Item, Finding = read.Finding };
            }
        }
    }

    // A file that keeps messages one after the other ends each with a line end that the message may not have had.
    private static ReadOnlyMemory<byte> WithoutAddedEnd(ReadOnlyMemory<byte> mime, StateBlock? block)
        => block is not null && mime.Length > block.MimeSize && mime.Span[(int)block.MimeSize..].IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0
            ? mime[..(int)block.MimeSize]
            : mime;

    private Finding? FindDefects(MimeHeaders headers, ReadOnlyMemory<byte> mime, long? line, Item item)
    {
        List<string> defects = [];
        if (headers.Fields.Count == 0)
        {
            defects.Add("it has no header");
        }
        else if (!headers.IsWhole)
        {
            defects.Add("its header ends at a line that is no field of one");
        }

        if (mime.Span.IndexOf((byte)0) >= 0)
        {
            defects.Add("there are NUL characters in it");
        }

        if (headers.Find("Content-Type"u8) is { } type && type.Value.IndexOf("multipart"u8) >= 0)
        {
            defects.AddRange(MimeTree.Read(headers, mime, file.Limits.Nesting).Defects);
        }

        return defects.Count == 0 ? null : new Finding(Severity.Warning, FailureCode.ParserError, $"the message is damaged ({string.Join("; ", defects)}); it was kept byte for byte.")
        {
            File = file.Name,
            Line = line,
            Item = item.Key.Uid ?? item.Subject,
        };
    }
}

using Restoration.Failures;
using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>
/// Makes items of messages and of everything else that is no component of a calendar. Their content is a block of lines that say
/// what stands outside the message, and the message byte for byte.
/// </summary>
public static class MessageFactory
{
    /// <summary>Makes an item.</summary>
    /// <param name="state">What is known of the message besides itself.</param>
    /// <param name="mime">The message: a MIME entity, damaged or not.</param>
    public static Item Create(MessageState state, ReadOnlySpan<byte> mime)
    {
        ArgumentNullException.ThrowIfNull(state);
        byte[] block = new StateBlock { State = state, MimeSize = mime.Length }.Write();
        byte[] content = new byte[block.Length + mime.Length];
        block.CopyTo(content, 0);
        mime.CopyTo(content.AsSpan(block.Length));
        return Create(content, block.Length, state);
    }

    /// <summary>Makes an item of something that is no message by itself: its bytes become the body of an entity of their type.</summary>
    /// <param name="state">What is known of it; its class says what it is.</param>
    /// <param name="contentType">The type, such as <c>text/vcard</c>.</param>
    /// <param name="body">The bytes.</param>
    public static Item Wrap(MessageState state, string contentType, ReadOnlySpan<byte> body)
    {
        byte[] header = HeaderOf(contentType);
        byte[] entity = new byte[header.Length + body.Length];
        header.CopyTo(entity, 0);
        body.CopyTo(entity.AsSpan(header.Length));
        return Create(state, entity);
    }

    /// <summary>The header that <see cref="Wrap"/> puts before a body.</summary>
    internal static byte[] HeaderOf(string contentType) => System.Text.Encoding.ASCII.GetBytes($"Content-Type: {contentType}\r\n\r\n");

    /// <summary>Reads the content of an item again: the same keys and digests as before.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: the content is none that this program wrote.</exception>
    internal static Item FromContent(ReadOnlyMemory<byte> content)
        => StateBlock.Read(content.Span) is { } block && block.Length + block.MimeSize == content.Length
            ? Create(content, block.Length, block.State)
            : throw new RestorationException(FailureCode.InvalidData, "The content is no message that was stored: what says how long it is does not fit. Restore it from a backup.");

    private static Item Create(ReadOnlyMemory<byte> content, int start, MessageState state)
    {
        ReadOnlyMemory<byte> mime = content[start..];
        MimeHeaders headers = MimeHeaders.Parse(mime);
        EntityFacts facts = EntityFacts.Read(headers, mime);
        MessageState effective = state.Over(HeaderState.Of(headers));
        ContentHash body = MessageDigests.OfBody(mime.Span[headers.BodyStart..]);
        DateTimeOffset? listed = effective.Received ?? facts.Sent;
        return new Item
        {
            ItemClass = state.ItemClass,
            Key = new ItemKey
            {
                Uid = state.Uid ?? facts.Uid,
                ImmutableId = state.ImmutableId,
                NaturalKey = MessageDigests.NaturalKey(state.ItemClass, facts, body),
            },
            ContentHash = ContentHash.Of(content.Span),
            ComparisonHash = MessageDigests.Comparison(effective, headers, body),
            Subject = EntityFacts.Listed(facts.Subject),
            Start = listed is { } time ? CalendarTime.OfUtc(time.UtcDateTime) : null,
            LastModified = state.LastModified,
            Size = content.Length,
            Content = content,
        };
    }
}

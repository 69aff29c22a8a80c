using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>The content of an item, taken apart into what stands outside the message and the message.</summary>
internal sealed class OpenMessage
{
    private OpenMessage(MessageState state, ReadOnlyMemory<byte> mime)
    {
        State = state;
        Mime = mime;
        Headers = MimeHeaders.Parse(mime);
        Effective = state.Over(HeaderState.Of(Headers));
    }

    /// <summary>What the content says of the message besides itself.</summary>
    public MessageState State { get; }

    /// <summary>The same, with what the message says of itself where that says nothing.</summary>
    public MessageState Effective { get; }

    /// <summary>The message.</summary>
    public ReadOnlyMemory<byte> Mime { get; }

    /// <summary>Its header.</summary>
    public MimeHeaders Headers { get; }

    /// <summary>Whether content is that of a message, and not that of a component of a calendar.</summary>
    public static bool IsMessage(ReadOnlySpan<byte> content) => StateBlock.IsAt(content);

    /// <summary>Opens the content of an item.</summary>
    public static OpenMessage Open(Item item)
    {
        StateBlock? block = StateBlock.Read(item.Content.Span);
        return new OpenMessage(block?.State ?? new MessageState(), item.Content[(block?.Length ?? 0)..]);
    }
}

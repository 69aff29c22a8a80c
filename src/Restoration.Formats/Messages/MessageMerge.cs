using System.Buffers;
using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>
/// Lays the values of one message over another. The message itself is one value: a body and the headers that describe it cannot be mixed;
/// of the target, the headers stay that the source has none of. What stands outside stays where the source says nothing of it.
/// </summary>
internal static class MessageMerge
{
    /// <summary>The merged item.</summary>
    public static Item Merge(OpenMessage target, OpenMessage source, IReadOnlyCollection<string>? parts)
    {
        bool takesMessage = parts is null || parts.Any(part => !MessageParts.OfState.Contains(part, StringComparer.OrdinalIgnoreCase));
        MessageState said = parts is null ? source.State : Only(source.State, parts);
        MessageState state = said.Over(target.State) with { ItemClass = takesMessage ? source.State.ItemClass : target.State.ItemClass, Uid = target.State.Uid };
        if (!takesMessage)
        {
            return MessageFactory.Create(state, target.Mime.Span);
        }

        // Both may say it in headers of theirs: what the target says in one that does not come along is kept outside.
        state = state.Over(HeadersOnly(target, source));
        return MessageFactory.Create(state, WithHeaders(source, target));
    }

    private static MessageState HeadersOnly(OpenMessage target, OpenMessage source)
    {
        MessageState there = HeaderState.Of(target.Headers);
        MessageState here = HeaderState.Of(source.Headers);
        return new MessageState
        {
            IsRead = there.IsRead == false && here.IsRead == true ? false : null,
            Flag = there.Flag != FlagStatus.NotFlagged && here.Flag == FlagStatus.NotFlagged ? there.Flag : null,
            Marks = there.Marks != MessageMarks.None && here.Marks == MessageMarks.None ? there.Marks : null,
            Categories = there.Categories is { Count: > 0 } && here.Categories is { Count: 0 } ? there.Categories : null,
        };
    }

    private static MessageState Only(MessageState state, IReadOnlyCollection<string> parts)
    {
        HashSet<string> wanted = new(parts, StringComparer.OrdinalIgnoreCase);
        return new MessageState
        {
            ItemClass = state.ItemClass,
            Received = wanted.Contains("Received") ? state.Received : null,
            IsRead = wanted.Contains("IsRead") ? state.IsRead : null,
            Flag = wanted.Contains("Flag") ? state.Flag : null,
            Importance = wanted.Contains("Importance") ? state.Importance : null,
            Marks = wanted.Contains("Marks") ? state.Marks : null,
            Categories = wanted.Contains("Categories") ? state.Categories : null,
        };
    }

    private static byte[] WithHeaders(OpenMessage source, OpenMessage target)
    {
        HashSet<string> known = new(source.Headers.Fields.Select(field => field.Name), StringComparer.OrdinalIgnoreCase);
        MimeHeader[] staying =
        [
            .. target.Headers.Fields.Where(field => !known.Contains(field.Name)
                && !TransportHeaders.Holds(field)
                && !field.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
                && !field.Is("MIME-Version"u8)),
        ];
        // Where no empty line ends the header, what is put there could become part of the body, or the body part of it.
        if (staying.Length == 0 || !source.Headers.IsWhole || source.Headers.Fields.Count == 0)
        {
            return source.Mime.ToArray();
        }

        int length = source.Headers.Fields.Sum(field => field.Field.Length);
        ArrayBufferWriter<byte> merged = new(source.Mime.Length + 1);
        Append(merged, source.Mime.Span[..length]);
        foreach (MimeHeader field in staying)
        {
            Append(merged, field.Field.Span);
        }

        merged.Write(source.Mime.Span[length..]);
        return merged.WrittenSpan.ToArray();
    }

    // The last field of a message that has no body may end without a line end.
    private static void Append(ArrayBufferWriter<byte> merged, ReadOnlySpan<byte> fields)
    {
        merged.Write(fields);
        if (fields is not [.., (byte)'\n'])
        {
            merged.Write("\r\n"u8);
        }
    }
}

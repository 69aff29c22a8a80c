using Restoration.Items;

namespace Restoration.Formats.Mailboxes;

/// <summary>The flags at the end of a file's name in a Maildir: <c>:2,FS</c>; on systems that allow no colon, a semicolon or an exclamation mark.</summary>
internal static class MaildirFlags
{
    /// <summary>What a name says of its message.</summary>
    public static MessageState Read(string fileName)
    {
        int info = fileName.LastIndexOfAny([':', ';', '!']);
        string flags = info >= 0 && fileName.AsSpan(info + 1).StartsWith("2,") ? fileName[(info + 3)..] : "";
        return new MessageState
        {
            IsRead = flags.Contains('S', StringComparison.Ordinal),
            Flag = flags.Contains('F', StringComparison.Ordinal) ? FlagStatus.Flagged : FlagStatus.NotFlagged,
            Marks = (flags.Contains('R', StringComparison.Ordinal) ? MessageMarks.Answered : 0)
                | (flags.Contains('P', StringComparison.Ordinal) ? MessageMarks.Forwarded : 0)
                | (flags.Contains('D', StringComparison.Ordinal) ? MessageMarks.Draft : 0)
                | (flags.Contains('T', StringComparison.Ordinal) ? MessageMarks.Deleted : 0),
        };
    }

    /// <summary>The flags of a message, in the order of the alphabet as the format asks for.</summary>
    public static string Write(MessageState state)
    {
        MessageMarks marks = state.Marks ?? MessageMarks.None;
        return (marks.HasFlag(MessageMarks.Draft) ? "D" : "")
            + (state.Flag == FlagStatus.Flagged ? "F" : "")
            + (marks.HasFlag(MessageMarks.Forwarded) ? "P" : "")
            + (marks.HasFlag(MessageMarks.Answered) ? "R" : "")
            + (state.IsRead != false ? "S" : "")
            + (marks.HasFlag(MessageMarks.Deleted) ? "T" : "");
    }

    /// <summary>
    /// What a name has to say over what was written with the message: a mail program that was used since has changed the one and not the other.
    /// </summary>
    public static MessageState Over(MessageState name, MessageState written)
    {
        MessageState before = Read(":2," + Write(written));
        return written with
        {
            IsRead = name.IsRead == before.IsRead ? written.IsRead : name.IsRead,
            Flag = name.Flag == before.Flag ? written.Flag : name.Flag,
            Marks = name.Marks == before.Marks ? written.Marks : name.Marks,
        };
    }
}

namespace Restoration.Items;

/// <summary>What was done with a message, as IMAP, Maildir and mbox mark it (RFC 9051 §2.3.2).</summary>
[Flags]
public enum MessageMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was answered.</summary>
    Answered = 1,

    /// <summary>It was passed on.</summary>
    Forwarded = 2,

    /// <summary>It is not sent yet.</summary>
    Draft = 4,

    /// <summary>It is marked for deletion, but still there.</summary>
    Deleted = 8,
}

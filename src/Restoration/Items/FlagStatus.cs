namespace Restoration.Items;

/// <summary>Whether a message is flagged for follow-up (Graph <c>flag.flagStatus</c>; IMAP <c>\Flagged</c>).</summary>
public enum FlagStatus
{
    /// <summary>It is not.</summary>
    NotFlagged,

    /// <summary>It is.</summary>
    Flagged,

    /// <summary>It was, and what it was flagged for is done.</summary>
    Complete,
}

namespace Restoration.Items;

/// <summary>
/// An item as a message: what filters and lists ask of it. An appointment is one too, from its organizer to its attendees.
/// Decoded on demand; the exact content is <see cref="Item.Content"/>.
/// </summary>
public sealed record Message
{
    /// <summary>The message class.</summary>
    public required string ItemClass { get; init; }

    /// <summary>What kind of content it is.</summary>
    public MessageKind Kind => MessageKinds.Of(ItemClass);

    /// <summary>The Message-ID without its brackets, or the id that stands for it.</summary>
    public string? Uid { get; init; }

    /// <summary>The subject; empty if there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whom it is from; several authors are possible (RFC 5322 §3.6.2).</summary>
    public IReadOnlyList<MailAddress> From { get; init; } = [];

    /// <summary>Who sent it, if that is somebody else than whom it is from.</summary>
    public MailAddress? Sender { get; init; }

    /// <summary>Whom it is to.</summary>
    public IReadOnlyList<MailAddress> To { get; init; } = [];

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Who gets a copy that the others do not see.</summary>
    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    /// <summary>Everybody: authors, sender and recipients.</summary>
    public IEnumerable<MailAddress> Participants => [.. From, .. Sender is null ? (MailAddress[])[] : [Sender], .. To, .. Cc, .. Bcc];

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>When it may be thrown away (Expires, RFC 4021 §2.1.50).</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it was read; what nothing is known of was.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Its flag.</summary>
    public FlagStatus Flag { get; init; }

    /// <summary>Whether it is flagged and not done.</summary>
    public bool IsFlagged => Flag == FlagStatus.Flagged;

    /// <summary>What was done with it.</summary>
    public MessageMarks Marks { get; init; }

    /// <summary>How important it is.</summary>
    public Importance Importance { get; init; } = Importance.Normal;

    /// <summary>Who may see it.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>Its categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The files in it.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];

    /// <summary>Whether there is a file in it that the body does not show.</summary>
    public bool HasAttachment => Attachments.Any(attachment => !attachment.IsInline);

    /// <summary>The body as plain text.</summary>
    public string Body { get; init; } = "";

    /// <summary>The size of the content in bytes.</summary>
    public long Size { get; init; }
}

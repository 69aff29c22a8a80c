namespace Restoration.Mailboxes;

/// <summary>A mailbox before it is one.</summary>
public sealed record MailboxDraft
{
    /// <summary>Its address; of an archive, the mailbox that it is the archive of, if there is one.</summary>
    public required string Address { get; init; }

    /// <summary>What has become of it.</summary>
    public MailboxKind Kind { get; init; }

    /// <summary>The mailbox that it is the archive of, where the address does not say so.</summary>
    public string? ArchiveOf { get; init; }

    /// <summary>Its alias; null for what stands before the <c>@</c>.</summary>
    public string? Alias { get; init; }

    /// <summary>The name for people; null for the address.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The name that its user signs in with, where that is not the address.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>How many bytes it may hold; null for any number.</summary>
    public long? Quota { get; init; }

    /// <summary>How many bytes one item of it may have; null for any number.</summary>
    public long? MaxItemSize { get; init; }

    /// <summary>The holds that keep what is in it, by their names.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];
}

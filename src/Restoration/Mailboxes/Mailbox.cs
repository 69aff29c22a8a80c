using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>A mailbox of the store.</summary>
public sealed record Mailbox
{
    /// <summary>Its number in the store.</summary>
    public required long Id { get; init; }

    /// <summary>Its GUID.</summary>
    public required Guid MailboxGuid { get; init; }

    /// <summary>Its primary SMTP address or user principal name.</summary>
    public required string Address { get; init; }

    /// <summary>Its alias: what stands before the <c>@</c>, unless it was given another.</summary>
    public required string Alias { get; init; }

    /// <summary>The name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The name that its user signs in with, where that is not the address.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>What has become of it.</summary>
    public MailboxKind Kind { get; init; }

    /// <summary>The number of the mailbox that it is the archive of; null for all others.</summary>
    public long? ArchiveOf { get; init; }

    /// <summary>How many bytes it may hold; null for any number.</summary>
    public long? Quota { get; init; }

    /// <summary>How many bytes one item of it may have; null for any number.</summary>
    public long? MaxItemSize { get; init; }

    /// <summary>The holds that keep what is in it, by their names.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Whether anything can be restored to it.</summary>
    public bool IsWritable => Kind is MailboxKind.Active or MailboxKind.Archive;

    /// <summary>Where it is, as a whole.</summary>
    public Location Location => Location.OfMailbox(Address);

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => Address;
}

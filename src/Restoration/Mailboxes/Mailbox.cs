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

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => Address;
}

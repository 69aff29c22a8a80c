namespace Restoration.Sources.AuditLog;

/// <summary>A mailbox by its user principal name, its GUID or both.</summary>
/// <param name="Name">The user principal name.</param>
/// <param name="Guid">The GUID.</param>
internal sealed record MailboxNames(string? Name, Guid? Guid)
{
    /// <summary>One text for people.</summary>
    public override string ToString() => Name ?? Guid?.ToString() ?? "";
}

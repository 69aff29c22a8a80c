namespace Restoration.Items;

/// <summary>Somebody whom a message is from or to.</summary>
/// <param name="Name">The name for people; null if none is written.</param>
/// <param name="Address">The address as it is written, such as <c>bob@contoso.com</c>.</param>
public sealed record MailAddress(string? Name, string Address)
{
    /// <summary>The name and address for people.</summary>
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}

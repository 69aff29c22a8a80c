namespace Restoration.Items;

/// <summary>A calendar user: an organizer or attendee with all that was said of them (RFC 5545 §3.8.4.1, §3.8.4.3).</summary>
public sealed record Attendee
{
    /// <summary>The calendar address as it was written, such as <c>mailto:bob@contoso.com</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The e-mail address: <see cref="Address"/> without <c>mailto:</c>, or the EMAIL parameter.</summary>
    public string? Email { get; init; }

    /// <summary>The common name (CN).</summary>
    public string? Name { get; init; }

    /// <summary>ROLE as written; REQ-PARTICIPANT if it is not.</summary>
    public string Role { get; init; } = "REQ-PARTICIPANT";

    /// <summary>PARTSTAT as written; NEEDS-ACTION if it is not.</summary>
    public string Response { get; init; } = "NEEDS-ACTION";

    /// <summary>CUTYPE as written; INDIVIDUAL if it is not.</summary>
    public string Type { get; init; } = "INDIVIDUAL";

    /// <summary>Every parameter as it was written, in order.</summary>
    public IReadOnlyList<PropertyParameter> Parameters { get; init; } = [];

    /// <summary>The name and address for people.</summary>
    public override string ToString() => Name is null ? Email ?? Address : $"{Name} <{Email ?? Address}>";
}

namespace Restoration.Items;

/// <summary>A property as it was written (RFC 5545 §3.1).</summary>
/// <param name="Name">The name, in the case it was written in.</param>
/// <param name="Value">The raw value: escapes are as they were.</param>
public sealed record CalendarProperty(string Name, string Value)
{
    /// <summary>The parameters, in order; a repeated parameter stands twice.</summary>
    public IReadOnlyList<PropertyParameter> Parameters { get; init; } = [];
}

/// <summary>A parameter of a property (RFC 5545 §3.2), with RFC 6868 carets decoded.</summary>
/// <param name="Name">The name, in the case it was written in.</param>
/// <param name="Values">The values, without their quotes.</param>
public sealed record PropertyParameter(string Name, IReadOnlyList<string> Values)
{
    /// <summary><c>NAME=value,value</c>.</summary>
    public override string ToString() => $"{Name}={string.Join(',', Values)}";
}

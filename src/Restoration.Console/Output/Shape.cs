namespace Restoration.Console.Output;

/// <summary>How one kind of thing is printed: the members of its JSON form, and the columns of its table, in one list.</summary>
/// <param name="Fields">The members, in order.</param>
internal sealed record Shape<T>(IReadOnlyList<Field<T>> Fields);

/// <summary>A member of the JSON form of a thing.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Value">Its value: text, number, truth value, time, list, or null.</param>
/// <param name="Header">The column's header in the table; null if the table leaves it out, empty if it is for machines alone.</param>
internal sealed record Field<T>(string Name, Func<T, object?> Value, string? Header = null);

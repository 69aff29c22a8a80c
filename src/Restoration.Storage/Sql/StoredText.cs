namespace Restoration.Storage.Sql;

/// <summary>
/// Text as every database can keep it. U+0000 and halves of surrogate pairs, which PostgreSQL refuses and SQLite cuts off or changes, become
/// U+FFFD; only what is listed and looked up is text, what an item says is kept as bytes.
/// </summary>
internal static class StoredText
{
    /// <summary>The text itself, if it can be kept as it is.</summary>
    public static string Of(string text)
    {
        ReadOnlySpan<char> span = text;
        return span.Contains('\0') || span.ContainsAnyInRange('\uD800', '\uDFFF') ? Replace(text) : text;
    }

    private static string Replace(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            if (char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
            {
                target[i] = source[i++];
                target[i] = source[i];
            }
            else
            {
                target[i] = source[i] == '\0' || char.IsSurrogate(source[i]) ? '\uFFFD' : source[i];
            }
        }
    });
}

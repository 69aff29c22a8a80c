namespace Restoration.Policies;

/// <summary>PowerShell's simple wildcards: <c>*</c> for any text, <c>?</c> for one character; case does not count.</summary>
public static class Wildcard
{
    /// <summary>Whether the whole of <paramref name="text"/> fits; linear for patterns of one star, never exponential.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(text);
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <summary>Whether a pattern of the list fits; an empty list fits everything.</summary>
    public static bool IsMatch(IReadOnlyList<string> patterns, string text)
        => patterns.Count == 0 || patterns.Any(pattern => IsMatch(pattern, text));

    /// <summary>Whether the text has a wildcard in it.</summary>
    public static bool HasWildcard(string text) => text.AsSpan().ContainsAny('*', '?');
}

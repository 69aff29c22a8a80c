using System.Text.RegularExpressions;
using Restoration.Failures;

namespace Restoration.Policies;

/// <summary>
/// A pattern for subjects, categories and people: simple wildcards, or by its prefix <c>contains:</c> a part of the text, or
/// <c>regex:</c> a regular expression. Case does not count, and neither does the Unicode form of a letter.
/// </summary>
public static class TextPattern
{
    private const string ContainsPrefix = "contains:";
    private const string RegexPrefix = "regex:";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // For one text. An expression that takes longer backtracks without end.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether a text fits.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidArgument"/>: no regular expression; <see cref="FailureCode.LimitExceeded"/>: it takes too long.
    /// </exception>
    public static bool IsMatch(string pattern, string text)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(text);
        string composed = Compose(text);
        if (Rest(pattern, RegexPrefix) is { } expression)
        {
            return IsRegexMatch(expression, composed);
        }

        return Rest(pattern, ContainsPrefix) is { } part
            ? composed.Contains(Compose(part), StringComparison.OrdinalIgnoreCase)
            : Wildcard.IsMatch(Compose(pattern), composed);
    }

    /// <summary>Whether a pattern of the list fits; an empty list fits everything.</summary>
    public static bool IsMatch(IReadOnlyList<string> patterns, string text)
        => patterns.Count == 0 || patterns.Any(pattern => IsMatch(pattern, text));

    /// <summary>
    /// A pattern as the policies of restores mean it: a text without wildcards and without a prefix is a part of what it fits.
    /// </summary>
    public static string Loosen(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Wildcard.HasWildcard(pattern) || Rest(pattern, RegexPrefix) is not null || Rest(pattern, ContainsPrefix) is not null
            ? pattern
            : ContainsPrefix + pattern;
    }

    /// <summary>Looks at a pattern before it is used.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: it is empty, or no regular expression.</exception>
    public static void Check(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        string? expression = Rest(pattern, RegexPrefix);
        if ((expression ?? Rest(pattern, ContainsPrefix) ?? pattern).Trim().Length == 0)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"The pattern '{pattern}' is empty. Write a text, a text with * and ?, contains:text or regex:expression.", pattern);
        }

        if (expression is not null)
        {
            IsRegexMatch(expression, "");
        }
    }

    private static bool IsRegexMatch(string expression, string text)
    {
        try
        {
            return Regex.IsMatch(text, expression, Options, Patience);
        }
        catch (RegexMatchTimeoutException cause)
        {
            throw new RestorationException(
                FailureCode.LimitExceeded, $"The regular expression '{expression}' takes too long for a text of {text.Length} characters. Write a simpler one.", expression, cause);
        }
        catch (ArgumentException cause)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{expression}' is no regular expression: {cause.Message}", expression, cause);
        }
    }

    private static string Compose(string text) => text.All(char.IsAscii) ? text : UnicodeForm.Compose(text);

    private static string? Rest(string pattern, string prefix)
        => pattern.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? pattern[prefix.Length..] : null;
}

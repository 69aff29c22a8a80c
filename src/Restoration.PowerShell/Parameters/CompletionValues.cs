using System.Management.Automation;

namespace Restoration.PowerShell.Parameters;

/// <summary>Makes completions of values: those that begin with what was typed, quoted where PowerShell would read them otherwise.</summary>
internal static class CompletionValues
{
    /// <summary>The values that fit what was typed.</summary>
    /// <param name="word">What was typed, perhaps with an opening quote.</param>
    /// <param name="values">The values, each with what to say of it.</param>
    public static IEnumerable<CompletionResult> Offer(string? word, IEnumerable<(string Value, string ToolTip)> values)
    {
        string typed = (word ?? "").Trim('\'', '"');
        return values
            .Where(value => value.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(Quote(value.Value), value.Value, CompletionResultType.ParameterValue, value.ToolTip));
    }

    private static string Quote(string value)
        => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or '\\' or ':' or '+' || (c == '@' && value[0] != '@'))
            ? value
            : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}

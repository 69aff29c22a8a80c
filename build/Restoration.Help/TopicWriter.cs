using System.Text.RegularExpressions;

namespace Restoration.Help;

/// <summary>Writes an about_ page as the text that Get-Help shows.</summary>
internal static partial class TopicWriter
{
    /// <summary>The page as text: headings in capitals, the rest indented, without marks.</summary>
    public static string Write(string markdown)
        => string.Join('\n', markdown.Replace("\r\n", "\n").Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)).Select(Line));

    private static string Line(string line)
        => Heading().Match(line) is { Success: true } heading
            ? heading.Groups[1].Value == "#" ? $"TOPIC\n    {heading.Groups[2].Value}" : heading.Groups[2].Value.ToUpperInvariant()
            : line.Length == 0 ? "" : $"    {Markdown.Plain(line)}";

    [GeneratedRegex("^(#+) (.*)$")]
    private static partial Regex Heading();
}

using System.Text.RegularExpressions;

namespace Restoration.Help;

/// <summary>The little of Markdown that help pages are written in.</summary>
internal static partial class Markdown
{
    /// <summary>The parts of a text under its headings of one level, in order; what comes before the first has no title.</summary>
    public static IReadOnlyList<(string Title, string Body)> Sections(string text, int level)
    {
        string mark = new string('#', level) + " ";
        List<(string Title, List<string> Lines)> sections = [("", [])];
        bool isCode = false;
        foreach (string line in text.Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.StartsWith(mark, StringComparison.Ordinal))
            {
                sections.Add((line[mark.Length..].Trim(), []));
            }
            else
            {
                sections[^1].Lines.Add(line);
            }
        }

        return [.. sections.Select(section => (section.Title, string.Join('\n', section.Lines).Trim()))];
    }

    /// <summary>The code blocks of a text.</summary>
    public static IReadOnlyList<string> CodeBlocks(string text) => [.. CodeBlock().Matches(text).Select(match => match.Groups[1].Value.TrimEnd())];

    /// <summary>The paragraphs of a text without its code blocks, as plain text; the lines of a list stay lines.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
        => [.. CodeBlock().Replace(text, "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Plain)];

    /// <summary>Text without marks: links by their words, code without its ticks.</summary>
    public static string Plain(string text) => Link().Replace(Joined().Replace(text, " "), "$1").Replace("`", "").Replace("**", "");

    [GeneratedRegex(@"^```\w*\n(.*?)^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();

    // A line break is a blank, unless a list or a table goes on.
    [GeneratedRegex(@"\n(?![-|*] )(?!\|)")]
    private static partial Regex Joined();
}

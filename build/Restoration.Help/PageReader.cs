namespace Restoration.Help;

/// <summary>Reads a page of the schema that platyPS made common.</summary>
internal static class PageReader
{
    private static readonly string[] Keys =
        ["Type", "Parameter Sets", "Aliases", "Required", "Position", "Default value", "Accept pipeline input", "Accept wildcard characters"];

    /// <summary>Reads a page.</summary>
    /// <exception cref="HelpException">Something is missing.</exception>
    public static HelpPage Read(string text)
    {
        (string name, string body) = Markdown.Sections(text.Replace("\r\n", "\n"), 1)[^1];
        ILookup<string, string> sections = Markdown.Sections(body, 2).ToLookup(section => section.Title, section => section.Body);
        string Section(string title) => sections[title].ToArray() is [{ Length: > 0 } only]
            ? only
            : throw new HelpException($"'## {title}' is missing, empty, or there twice");
        return new HelpPage(
            name,
            Markdown.Paragraphs(Section("SYNOPSIS")) is [var synopsis] ? synopsis : throw new HelpException("'## SYNOPSIS' has to be one paragraph"),
            Markdown.Paragraphs(Section("DESCRIPTION")),
            ReadSets(Section("SYNTAX")),
            ReadExamples(Section("EXAMPLES")),
            [.. Parts(Section("PARAMETERS")).Where(part => part.Title.StartsWith('-')).Select(part => ReadParameter(part.Title[1..], part.Body))],
            ReadTypes(Section("INPUTS")),
            ReadTypes(Section("OUTPUTS")),
            Markdown.Paragraphs(Section("NOTES")),
            [.. Section("RELATED LINKS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Markdown.Plain)]);
    }

    private static IEnumerable<(string Title, string Body)> Parts(string section) => Markdown.Sections(section, 3).Where(part => part.Title.Length > 0);

    private static string[] ReadSets(string section)
    {
        string[] sets = [.. Parts(section).Select(part => part.Title.Replace(" (Default)", ""))];
        return sets.Length > 0 ? sets : ["(All)"];
    }

    private static HelpExample[] ReadExamples(string section)
    {
        HelpExample[] examples = [.. Parts(section).Select(part => ReadExample(part.Title, part.Body))];
        return examples.Length >= 2 ? examples : throw new HelpException("'## EXAMPLES' has to have two examples at least");
    }

    private static HelpExample ReadExample(string title, string body)
        => Markdown.CodeBlocks(body) is [var code]
            ? new HelpExample(title, code, Markdown.Paragraphs(body))
            : throw new HelpException($"'{title}' has to have one code block");

    private static HelpParameter ReadParameter(string name, string body)
    {
        IReadOnlyDictionary<string, string>[] blocks = [.. Markdown.CodeBlocks(body).Select(block => ReadBlock(name, block))];
        return blocks.Length > 0 ? new HelpParameter(name, Markdown.Paragraphs(body), blocks) : throw new HelpException($"-{name} has no yaml block");
    }

    private static Dictionary<string, string> ReadBlock(string name, string block)
    {
        Dictionary<string, string> values = block
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries) is [var key, var value]
                ? (Key: key, Value: value)
                : throw new HelpException($"-{name} has a line without a colon: '{line}'"))
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        return Keys.FirstOrDefault(key => !values.ContainsKey(key)) is { } missing ? throw new HelpException($"-{name} does not say '{missing}:'") : values;
    }

    private static HelpType[] ReadTypes(string section)
        => [.. Parts(section).Select(part => new HelpType(part.Title, Markdown.Paragraphs(part.Body)))];
}

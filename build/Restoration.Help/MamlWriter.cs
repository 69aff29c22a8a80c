using System.Globalization;
using System.Xml.Linq;

namespace Restoration.Help;

/// <summary>Writes pages as the XML that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Items = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The document of all pages.</summary>
    public static XDocument Write(IEnumerable<HelpPage> pages) => new(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(
            Items + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            pages.Select(Write)));

    private static XElement Write(HelpPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1]),
            Description([page.Synopsis])),
        Description(page.Description),
        new XElement(Command + "syntax", page.ParameterSets.Select(set => Syntax(page, set))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, parameter.Blocks[0], isSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => Type(Command + "inputType", type))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => Type(Command + "returnValue", type))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.Links.Select(Link)));

    private static XElement Syntax(HelpPage page, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        page.Parameters
            .Where(parameter => parameter.In(set) is not null)
            .OrderBy(parameter => int.TryParse(parameter.In(set)!["Position"], CultureInfo.InvariantCulture, out int position) ? position : int.MaxValue)
            .ThenBy(parameter => parameter.In(set)!["Required"] == "False")
            .Select(parameter => Parameter(parameter, parameter.In(set)!, isSyntax: true)));

    private static XElement Parameter(HelpParameter parameter, IReadOnlyDictionary<string, string> block, bool isSyntax)
    {
        string type = block["Type"];
        bool takesValue = type != "SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", Lower(block["Required"])),
            new XAttribute("variableLength", Lower(type.EndsWith("[]", StringComparison.Ordinal).ToString())),
            new XAttribute("globbing", Lower(block["Accept wildcard characters"])),
            new XAttribute("pipelineInput", block["Accept pipeline input"]),
            new XAttribute("position", block["Position"] == "Named" ? "named" : block["Position"]),
            new XAttribute("aliases", block["Aliases"].Length > 0 ? block["Aliases"] : "none"),
            new XElement(Maml + "name", parameter.Name),
            Description(parameter.Description),
            takesValue || !isSyntax ? new XElement(Command + "parameterValue", new XAttribute("required", Lower(takesValue.ToString())), type) : null,
            new XElement(Dev + "type", new XElement(Maml + "name", type)),
            new XElement(Dev + "defaultValue", block["Default value"]));
    }

    private static XElement Type(XName element, HelpType type)
        => new(element, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)), Description(type.Description));

    private static XElement Example(HelpExample example) => new(
        Command + "example",
        new XElement(Maml + "title", $"-------- {example.Title} --------"),
        new XElement(Dev + "code", example.Code),
        // The last one is the line between this example and the next.
        new XElement(Dev + "remarks", Paragraphs(example.Remarks.Append(""))));

    private static XElement Link(string text)
        => new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri"));

    private static XElement Description(IEnumerable<string> paragraphs) => new(Maml + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph));

    private static string Lower(string truth) => truth.ToLowerInvariant();
}

using Restoration.Help;
using Restoration.Module.Tests.Metadata;

namespace Restoration.Module.Tests;

/// <summary>The pages of help say of each parameter what the cmdlet says.</summary>
public sealed class HelpTests
{
    private static readonly string[] AskingParameters = ["Confirm", "WhatIf"];

    public static TheoryData<string> Cmdlets => [.. CmdletMetadata.All.Select(cmdlet => cmdlet.Name)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_page_has_examples_and_says_what_goes_in_and_comes_out(string name)
    {
        HelpPage page = Read(name);
        Assert.True(page.Examples.Count >= 2);
        Assert.Equal(page.Examples.Count, page.Examples.Select(example => example.Code).Distinct().Count());
        Assert.All(page.Examples, example => Assert.Contains(name, example.Code, StringComparison.Ordinal));
        Assert.NotEmpty(page.Inputs);
        Assert.NotEmpty(page.Links);
        Assert.Equal(
            CmdletMetadata.Find(name).OutputTypes.Select(type => type == typeof(void) ? "None" : type.FullName!).Order(StringComparer.Ordinal),
            page.Outputs.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_page_has_the_parameters_and_the_sets_of_the_cmdlet(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        HelpPage page = Read(name);
        Assert.Equal(
            cmdlet.Parameters.Select(parameter => parameter.Name).Concat(cmdlet.SupportsShouldProcess ? AskingParameters : []).Order(StringComparer.Ordinal),
            page.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            cmdlet.Sets.DefaultIfEmpty("(All)").Order(StringComparer.Ordinal),
            page.ParameterSets.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_page_describes_parameters_as_they_are(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        HelpPage page = Read(name);
        foreach (CmdletParameter parameter in cmdlet.Parameters)
        {
            HelpParameter help = page.Parameters.Single(described => described.Name == parameter.Name);
            foreach (ParameterUse use in parameter.Uses)
            {
                IReadOnlyDictionary<string, string>? block = use.Set == ParameterUse.AllSets ? help.Blocks.Single() : help.In(use.Set);
                Assert.Equal((parameter.Name, Describe(parameter, use)), (parameter.Name, block is null ? null : Describe(block)));
            }
        }
    }

    private static HelpPage Read(string name) => PageReader.Read(File.ReadAllText(Checkout.PathOf($"docs/help/{name}.md")));

    private static string Describe(CmdletParameter parameter, ParameterUse use)
    {
        Type type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        string input = (use.ByPropertyName, use.ByValue) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByPropertyName)",
            (false, true) => "True (ByValue)",
            _ => "False",
        };
        return $"{type.Name}|{string.Join(", ", parameter.Aliases)}|{use.IsMandatory}|{use.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "Named"}|{input}|{parameter.TakesWildcards}";
    }

    private static string Describe(IReadOnlyDictionary<string, string> block) =>
        $"{block["Type"]}|{block["Aliases"]}|{block["Required"]}|{block["Position"]}|{block["Accept pipeline input"]}|{block["Accept wildcard characters"]}";
}

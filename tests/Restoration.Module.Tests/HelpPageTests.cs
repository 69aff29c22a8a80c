using Restoration.Help;

namespace Restoration.Module.Tests;

/// <summary>The build of the help refuses pages that lack something.</summary>
public sealed class HelpPageTests
{
    private const string Page = """
        # Get-Thing

        ## SYNOPSIS

        Lists `things`.

        ## SYNTAX

        ```
        Get-Thing [[-Name] <string>]
        ```

        ## DESCRIPTION

        Lists [things](Thing.md)
        of a store.

        - one
        - two

        ## EXAMPLES

        ### Example 1: All

        ```powershell
        # not a heading
        Get-Thing
        ```

        Lists all.

        ### Example 2: One

        ```powershell
        Get-Thing a
        ```

        Lists one.

        ## PARAMETERS

        ### -Name

        The thing.

        ```yaml
        Type: String
        Parameter Sets: (All)
        Aliases:
        Required: False
        Position: 0
        Default value: None
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ## INPUTS

        ### None

        ## OUTPUTS

        ### Thing

        ## NOTES

        None.

        ## RELATED LINKS

        [Set-Thing](Set-Thing.md)
        """;

    [Fact]
    public void A_page_is_read()
    {
        HelpPage page = PageReader.Read(Page);
        Assert.Equal(("Get-Thing", "Lists things."), (page.Name, page.Synopsis));
        Assert.Equal(["Lists things of a store.", "- one\n- two"], page.Description);
        Assert.Equal(["# not a heading\nGet-Thing", "Get-Thing a"], page.Examples.Select(example => example.Code));
        Assert.Equal("0", page.Parameters.Single().In("(All)")!["Position"]);
        Assert.Equal(["Set-Thing"], page.Links);
    }

    [Theory]
    [InlineData("## SYNOPSIS", "## SYNOPSES")]
    [InlineData("## NOTES\n\nNone.", "## NOTES")]
    [InlineData("### Example 2: One", "Once more:")]
    [InlineData("Required: False\n", "")]
    [InlineData("Position: 0", "Position 0")]
    [InlineData("```powershell\nGet-Thing a\n```", "Get-Thing a")]
    public void A_page_that_lacks_something_is_refused(string whole, string broken) =>
        Assert.Throws<HelpException>(() => PageReader.Read(Page.ReplaceLineEndings("\n").Replace(whole, broken, StringComparison.Ordinal)));

    [Fact]
    public void A_topic_is_written_as_text() => Assert.Equal(
        "TOPIC\n    about_Thing\n\nSHORT DESCRIPTION\n\n    What a thing is.",
        TopicWriter.Write("# about_Thing\n\n## Short description\n\nWhat a `thing` is."));
}

using Restoration.Policies;

namespace Restoration.Tests.Policies;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbd", false)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("ÄÖ*", "äöü", true)]
    [InlineData("a.c", "abc", false)]
    public void Matches_the_whole_text_without_case(string pattern, string text, bool matches)
        => Assert.Equal(matches, Wildcard.IsMatch(pattern, text));

    [Fact]
    public void A_pattern_of_many_stars_does_not_explode()
    {
        string pattern = string.Concat(Enumerable.Repeat("*a", 50)) + "b";
        Assert.False(Wildcard.IsMatch(pattern, new string('a', 20_000)));
    }
}

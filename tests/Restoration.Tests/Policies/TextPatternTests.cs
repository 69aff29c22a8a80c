using Restoration.Failures;
using Restoration.Policies;

namespace Restoration.Tests.Policies;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("Team*", "team meeting", true)]
    [InlineData("Team", "Team meeting", false)]
    [InlineData("contains:meet", "Team MEETING", true)]
    [InlineData("contains:*", "Team meeting", false)]
    [InlineData("regex:^team \\w+$", "Team meeting", true)]
    [InlineData("REGEX:^meeting", "Team meeting", false)]
    [InlineData("Caf\u00e9", "Cafe\u0301", true)]
    [InlineData("contains:x", "", false)]
    public void Fits_by_its_prefix(string pattern, string text, bool fits) => Assert.Equal(fits, TextPattern.IsMatch(pattern, text));

    [Theory]
    [InlineData("meeting", "contains:meeting")]
    [InlineData("meet*", "meet*")]
    [InlineData("regex:a", "regex:a")]
    [InlineData("contains:a", "contains:a")]
    public void Policies_take_a_bare_text_for_a_part(string pattern, string loose) => Assert.Equal(loose, TextPattern.Loosen(pattern));

    [Theory]
    [InlineData("regex:(")]
    [InlineData("regex:")]
    [InlineData("contains: ")]
    [InlineData("")]
    public void Refuses_what_is_no_pattern(string pattern)
        => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => TextPattern.Check(pattern)).Code);

    [Fact]
    public void An_expression_that_backtracks_without_end_is_stopped()
        => Assert.Equal(
            FailureCode.LimitExceeded,
            Assert.Throws<RestorationException>(() => TextPattern.IsMatch("regex:^(a+)+$", new string('a', 60) + "!")).Code);
}

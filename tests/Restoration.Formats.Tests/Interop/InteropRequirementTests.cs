namespace Restoration.Formats.Tests.Interop;

public sealed class InteropRequirementTests
{
    [Fact]
    public void The_foreign_parsers_are_there_where_they_are_required()
        => Assert.True(
            ForeignParsers.AreThere || !ForeignParsers.AreRequired,
            $"RESTORATION_REQUIRE asks for the foreign parsers, and {ForeignParsers.Variable} does not say that they are there.");
}

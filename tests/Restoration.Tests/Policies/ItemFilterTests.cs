using Restoration.Contracts.Support;
using Restoration.Policies;

namespace Restoration.Tests.Policies;

public sealed class ItemFilterTests
{
    private static readonly TextCodec Codec = new();

    [Theory]
    [InlineData(new[] { "Team*" }, new string[0], "Team meeting", true)]
    [InlineData(new[] { "team*" }, new string[0], "TEAM MEETING", true)]
    [InlineData(new[] { "Team" }, new string[0], "Team meeting", false)]
    [InlineData(new[] { "A", "*meeting" }, new string[0], "Team meeting", true)]
    [InlineData(new string[0], new[] { "*meeting" }, "Team meeting", false)]
    [InlineData(new[] { "Team*" }, new[] { "*lunch" }, "Team lunch", false)]
    [InlineData(new[] { "*" }, new string[0], "", true)]
    [InlineData(new[] { "?" }, new string[0], "", false)]
    public void Looks_at_subjects(string[] include, string[] exclude, string subject, bool accepted)
        => Assert.Equal(accepted, Accepts(new ItemFilter { Subjects = include, ExcludedSubjects = exclude }, ("Subject", subject)));

    [Fact]
    [Trait("Seed", "P12")]
    public void P12_an_item_without_subject_or_category_crashes_no_filter()
    {
        ItemFilter filter = new() { Subjects = ["x*"], ExcludedSubjects = ["y*"], Categories = ["Blue"] };
        Assert.False(Accepts(filter, ("Uid", "a")));
    }

    [Theory]
    [InlineData(new[] { "Blue" }, new string[0], "blue,Red", true)]
    [InlineData(new[] { "B*" }, new string[0], "Red", false)]
    [InlineData(new string[0], new[] { "Red" }, "blue,Red", false)]
    [InlineData(new[] { "Blue" }, new[] { "Red" }, "Blue", true)]
    public void Looks_at_categories_by_name(string[] include, string[] exclude, string categories, bool accepted)
        => Assert.Equal(accepted, Accepts(new ItemFilter { Categories = include, ExcludedCategories = exclude }, ("Categories", categories)));

    // A day in New York, as instants and as its clock has it.
    [Theory]
    [InlineData("2026-11-04T00:30:00Z", "2026-11-04T01:30:00Z", true)] // P15: an evening appointment of 3 November in New York
    [InlineData("2026-11-03T04:59:59Z", "2026-11-03T05:00:00Z", false)]
    [InlineData("2026-11-03T04:00:00Z", "2026-11-03T05:00:01Z", true)] // began before, reaches in
    [InlineData("2026-11-04T05:00:00Z", "2026-11-04T06:00:00Z", false)]
    [InlineData("2026-11-01T12:00:00Z", "2026-11-09T12:00:00Z", true)] // spans it all
    [InlineData("2026-11-03", "2026-11-04", true)] // all day on the 3rd, everywhere
    [InlineData("2026-11-04", "2026-11-05", false)]
    [InlineData("2026-11-03T23:59:00", "2026-11-04T00:30:00", true)] // floating: by the clock
    [InlineData("2026-11-04T00:00:00", "2026-11-04T01:00:00", false)]
    [InlineData("2026-11-03T05:00:00Z", "2026-11-03T05:00:00Z", true)] // without length
    [InlineData("2026-11-03T10:00:00Z", null, true)]
    [InlineData(null, null, false)]
    public void Looks_at_the_time_of_the_appointment_by_overlap(string? start, string? end, bool accepted)
    {
        ItemFilter filter = new() { Window = new DateRange(new FixedZones(), new FakeClock()).Parse("2026-11-03", "2026-11-03", "America/New_York") };
        (string, string)[] parts = [.. new[] { ("Start", start), ("End", end) }.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!))];
        Assert.Equal(accepted, Accepts(filter, [("Uid", "a"), .. parts]));
    }

    [Theory]
    [InlineData("2026-11-03", null, true)]
    [InlineData(null, "2026-11-03", true)]
    [InlineData("9999-12-31", null, true)]
    [InlineData(null, "0001-01-01", false)]
    public void A_window_may_be_open_to_either_end_of_time(string? start, string? end, bool mayOverlap)
    {
        DateWindow window = new DateRange(new FixedZones(), new FakeClock()).Parse(start, end, "America/New_York")!;
        Assert.Equal(mayOverlap, window.MayOverlap(TextCodec.Make(("Start", "2026-11-01T10:00:00Z"), ("End", "2026-11-01T11:00:00Z"), ("Rule", "FREQ=WEEKLY"))));
    }

    [Fact]
    public void Uids_are_compared_ordinally()
    {
        ItemFilter filter = new() { Uids = ["AbC"] };
        Assert.True(Accepts(filter, ("Uid", "AbC")));
        Assert.False(Accepts(filter, ("Uid", "ABC")));
    }

    private static bool Accepts(ItemFilter filter, params (string, string)[] parts) => filter.Accepts(TextCodec.Make(parts), Codec);
}

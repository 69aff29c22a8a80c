using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Mailboxes;

public sealed class DuplicateServiceTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Engine _engine = new();

    private DuplicateService Duplicates => new(_engine.Workspace);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    // What the second of two appointments has, and the levels at which it is a duplicate of the first: "Team meeting", 9 to 10 o'clock.
    [Theory]
    [InlineData("a", "Team meeting", "09:00", "10:00", "Exact Strict Normal Loose")]
    [InlineData("a", "Something else", "15:00", "17:00", "Exact Strict Normal Loose")]
    [InlineData("b", "Team meeting", "09:00", "10:00", "Exact Strict Normal Loose")]
    [InlineData("b", "RE: team  meeting!", "09:00", "10:00", "Strict Normal Loose")]
    [InlineData("b", "[BACKUP] Team meeting", "09:01", "10:01", "Strict Normal Loose")]
    [InlineData("b", "Team meeting", "09:10", "10:10", "Normal Loose")]
    [InlineData("b", "Team meetings", "09:00", "10:00", "Normal Loose")]
    [InlineData("b", "Team meeting", "09:50", "10:50", "Loose")]
    [InlineData("b", "Team meeting", "09:00", "10:30", "")]
    [InlineData("b", "Team meeting", "11:00", "12:00", "")]
    [InlineData("b", "Dentist", "09:00", "10:00", "")]
    public async Task Levels_are_wider_and_wider(string uid, string subject, string start, string end, string levels)
    {
        await _engine.FillAsync(Make("a", "Team meeting", "09:00", "10:00"), Make(uid, subject, start, end));
        List<DuplicateDetection> found = [];
        foreach (DuplicateDetection level in Enum.GetValues<DuplicateDetection>().Where(level => level != DuplicateDetection.None))
        {
            IReadOnlyList<DuplicateAppointment> group = await FindAsync(level);
            Assert.Contains(group.Count, new[] { 0, 2 });
            Assert.All(group, one => Assert.InRange(one.Score, SimilarityRule.Of(level)?.Threshold ?? 1, 1));
            found.AddRange(group.Take(1).Select(_ => level));
        }

        Assert.Equal(levels, string.Join(' ', found));
    }

    [Fact]
    public async Task The_first_of_a_group_is_the_newest_and_groups_are_numbered_by_their_starts()
    {
        await _engine.FillAsync(
            Make("late", "Late", "15:00", "16:00"),
            Make("late", "Late", "15:00", "16:00"),
            Make("early", "Early", "08:00", "09:00"),
            Make("early", "Early", "08:00", "09:00", 2),
            Make("early", "Early", "08:00", "09:00", 1),
            Make("alone", "Alone", "12:00", "13:00"));
        Assert.Equal(
            ["1.1 Early of 3", "1.2 Early of 3", "1.3 Early of 3", "2.1 Late of 2", "2.2 Late of 2"],
            (await FindAsync(DuplicateDetection.Exact)).Select(one => $"{one.Group}.{one.Position} {one.Subject} of {one.GroupSize}"));
        long[] early = [.. (await FindAsync(DuplicateDetection.Exact)).Where(one => one.Group == 1).Select(one => one.ItemId)];
        Assert.Equal([early.Min() + 1, early.Min() + 2, early.Min()], early);
    }

    [Fact]
    public async Task Small_differences_do_not_add_up()
    {
        await _engine.FillAsync(
            Make("a", "Team meeting", "09:00", "10:00", 3), Make("b", "Team meeting", "09:12", "10:12", 2), Make("c", "Team meeting", "09:24", "10:24", 1));
        Assert.Equal(["a", "b"], (await FindAsync(DuplicateDetection.Normal)).Select(one => one.Uid));
    }

    [Fact]
    public async Task What_was_chosen_goes_and_comes_back_and_one_of_each_group_stays()
    {
        await _engine.FillAsync(Make("a", "A", "09:00", "10:00"), Make("a", "A", "09:00", "10:00"), Make("b", "B", "12:00", "13:00"));
        (long, ContentHash)[] before = await _engine.ReadAsync();
        IReadOnlyList<DuplicateAppointment> found = await FindAsync(DuplicateDetection.Exact);
        Assert.Equal(FailureCode.InvalidArgument, await CodeAsync(found));

        DuplicateAppointment[] second = [.. found.Where(one => one.Position == 2)];
        (RestoreRequest request, _) = await _engine.RunAsync(Assert.Single(await Duplicates.DraftRemovalAsync(second, None)));
        Assert.Equal((1L, 2), (request.Counts.Deleted, (await _engine.ReadAsync()).Length));
        Assert.Equal(FailureCode.AppointmentNotFound, await CodeAsync(second));

        await _engine.UndoAsync(request);
        Assert.Equal(before, await _engine.ReadAsync());
    }

    [Fact]
    public async Task Nothing_is_a_duplicate_at_the_level_none()
        => Assert.Equal(FailureCode.InvalidArgument, (await Assert.ThrowsAsync<RestorationException>(() => FindAsync(DuplicateDetection.None))).Code);

    private static Item Make(string uid, string subject, string start, string end, int sequence = 0) => TextCodec.Make(
        ("Uid", uid),
        ("Subject", subject),
        ("Start", $"2026-11-03T{start}:00Z"),
        ("End", $"2026-11-03T{end}:00Z"),
        ("Sequence", sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<FailureCode> CodeAsync(IReadOnlyList<DuplicateAppointment> chosen)
        => (await Assert.ThrowsAsync<RestorationException>(async () => await Duplicates.DraftRemovalAsync(chosen, None))).Code;

    private async Task<IReadOnlyList<DuplicateAppointment>> FindAsync(DuplicateDetection level)
        => await Duplicates.FindAsync(await new CalendarService(_engine.Workspace).ListAsync(null, null, None), ItemFilter.All, level, false, None);
}

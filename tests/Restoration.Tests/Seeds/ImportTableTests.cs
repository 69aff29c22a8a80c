using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Seeds;

/// <summary>A table as another program wrote it: every row is accounted for.</summary>
[Trait("Seed", "P10")]
public sealed class ImportTableTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // With a byte order mark, as Excel writes one.
    private const string Table = "\uFEFF" + """
        subject,start_time,end_time,body_content
        Naive,2026-11-03T09:00:00,2026-11-03T10:00:00,in the zone that is said
        In UTC,2026-11-04T09:00:00Z,2026-11-04T10:00:00Z,
        With an offset,2026-11-05T09:00:00+01:00,2026-11-05T10:00:00+01:00,
        Ends before it starts,2026-11-06T10:00:00Z,2026-11-06T09:00:00Z,
        No time,,2026-11-07T10:00:00Z,
        No date,yesterday-ish,2026-11-08T10:00:00Z,
        ,2026-11-09T09:00:00Z,2026-11-09T10:00:00Z,without a subject

        """;

    [Fact]
    public async Task Seven_rows_are_seven_results_and_come_again_as_skips()
    {
        await using Story story = await Story.BeginAsync();
        string path = story.Write("table.csv", Table);

        RestoreRequest first = await story.ImportAsync(path, timeZone: "Europe/Berlin");
        RestoreRequest second = await story.ImportAsync(path, timeZone: "Europe/Berlin");

        Assert.Equal((7L, 4L, 3L, 0L), (first.Counts.Found, first.Counts.Created, first.Counts.Failed, first.Counts.Skipped));
        Assert.Equal((7L, 0L, 3L, 4L), (second.Counts.Found, second.Counts.Created, second.Counts.Failed, second.Counts.Skipped));
        Assert.Equal(
            [("Naive", "2026-11-03T09:00:00+01:00"), ("In UTC", "2026-11-04T09:00:00Z")],
            (await story.ItemsAsync()).Take(2).Select(item => (item.Subject, item.Start.ToString()!)));
    }

    [Fact]
    public async Task Each_row_that_is_refused_says_which_it_is_and_why()
    {
        await using Story story = await Story.BeginAsync();
        RestoreRequest import = await story.ImportAsync(story.Write("table.csv", Table), timeZone: "Europe/Berlin");
        JournalEntry[] failed = await story.Session.Requests.ReadJournalAsync(import.RequestId, None).Where(entry => entry.Action == ItemAction.Fail).ToArrayAsync();
        Assert.Equal(3, failed.Length);
        Assert.All(failed, entry => Assert.Contains("table.csv", entry.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_without_a_zone_is_no_time_until_one_is_said()
    {
        await using Story story = await Story.BeginAsync();
        RestoreRequest import = await story.ImportAsync(story.Write("table.csv", Table));
        JournalEntry naive = await story.Session.Requests.ReadJournalAsync(import.RequestId, None).FirstAsync();
        Assert.Equal((ItemAction.Fail, FailureCode.TimeZoneRequired), (naive.Action, naive.Failure));
    }
}

using Restoration.Backups;
using Restoration.Files;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Seeds;

/// <summary>Days, zones, series and clocks.</summary>
public sealed class TimeTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("2026-11-03", "America/New_York", 1)]
    [InlineData("2026-11-04", "America/New_York", 0)]
    [InlineData("2026-11-03", "UTC", 0)]
    [InlineData("2026-11-04", "Europe/Berlin", 1)]
    [Trait("Seed", "P15")]
    public async Task An_evening_is_of_the_day_that_it_is_in_its_zone(string day, string zone, int found)
    {
        await using Story story = await Story.BeginAsync();
        await story.ImportAsync(story.Write("evening.ics", Story.Calendar("""
            BEGIN:VEVENT
            UID:evening@contoso.com
            DTSTAMP:20261101T080000Z
            SUMMARY:Dinner
            DTSTART;TZID=America/New_York:20261103T203000
            DTEND;TZID=America/New_York:20261103T220000
            END:VEVENT
            """)));
        ItemFilter filter = new() { Window = story.Session.Dates.Parse(day, day, zone) };
        Assert.Equal(found, (await story.ItemsAsync(filter: filter)).Length);
    }

    [Fact]
    [Trait("Seed", "P16")]
    public async Task A_series_that_began_before_the_window_comes_back_as_one_and_keeps_its_hour_across_the_change_of_time()
    {
        await using Story story = await Story.BeginAsync();
        await story.ImportAsync(story.Write("weekly.ics", Story.Calendar("""
            BEGIN:VEVENT
            UID:weekly@contoso.com
            DTSTAMP:20260901T080000Z
            SUMMARY:Team meeting
            DTSTART;TZID=Europe/Berlin:20261005T090000
            DTEND;TZID=Europe/Berlin:20261005T100000
            RRULE:FREQ=WEEKLY;COUNT=10
            END:VEVENT
            """)));
        Backup backup = await story.Session.Backups.CreateAsync(await story.FolderAsync(), None);
        await story.LoseAllAsync();

        RestoreRequest restore = await story.RunAsync(new RequestDraft
        {
            Kind = RequestKind.BackupRestore,
            Source = backup.Location,
            Destination = (await story.FolderAsync()).Location,
            Options = new RequestOptions
            {
                Backups = [backup.BackupId],
                Filter = new ItemFilter { Window = story.Session.Dates.Parse("2026-11-02", "2026-11-08", "Europe/Berlin") },
            },
        });

        Assert.Equal(1, restore.Counts.Created);
        Assert.True(Assert.Single(await story.ItemsAsync()).IsSeries);
        OccurrenceQuery query = new()
        {
            From = new DateTimeOffset(2026, 10, 19, 0, 0, 0, TimeSpan.Zero), To = new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero),
        };
        IReadOnlyList<ItemOccurrence> occurrences = await story.Session.Calendars.ExpandAsync(await story.FolderAsync(), query, None);
        Assert.Equal(
            ["2026-10-19T09:00:00+02:00", "2026-10-26T09:00:00+01:00", "2026-11-02T09:00:00+01:00"],
            occurrences.Select(occurrence => occurrence.Start.ToString()));
    }

    [Fact]
    [Trait("Seed", "P21")]
    public async Task What_is_written_later_says_so()
    {
        await using Story story = await Story.BeginAsync();
        Folder first = await story.Session.Calendars.CreateAsync("alice@contoso.com", FolderPath.Parse("First"), None);
        story.Clock.Advance(TimeSpan.FromHours(1));
        Folder second = await story.Session.Calendars.CreateAsync("alice@contoso.com", FolderPath.Parse("Second"), None);
        Assert.True(second.CreatedAt - first.CreatedAt >= TimeSpan.FromHours(1));

        RequestDraft draft = new()
        {
            Kind = RequestKind.Copy, Source = first.Location, Destination = second.Location, Options = new RequestOptions(),
        };
        RestoreRequest queued = await story.Session.Requests.AddAsync(draft, None);
        story.Clock.Advance(TimeSpan.FromHours(1));
        await story.Session.Requests.RunAsync(queued, null, null, None).CountAsync();
        RestoreRequest ended = await story.Session.Requests.GetAsync(queued.RequestId.ToString(), None);
        Assert.True(queued.QueuedAt > second.CreatedAt);
        Assert.True(ended.StartedAt - ended.QueuedAt >= TimeSpan.FromHours(1));
        Assert.True(ended.UpdatedAt > queued.UpdatedAt && ended.CompletedAt >= ended.StartedAt);

        DateTimeOffset[] written = await story.Session.Audit.ReadAsync(Restoration.Auditing.AuditFilter.All, None).Select(entry => entry.At).ToArrayAsync();
        Assert.Equal(written.Order(), written);
        Assert.True(written[^1] - written[0] >= TimeSpan.FromHours(2));
    }
}

using Restoration.Items;
using Restoration.Losses;
using Restoration.Requests;

namespace Restoration.Tests.Seeds;

/// <summary>What was lost on the way through a backup, a file or a restore in the program that the specification comes from.</summary>
public sealed class NothingIsLostTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // All that a table of 30 columns holds of an appointment, and what it has no column for.
    private static readonly string Rich = Story.Calendar("""
        BEGIN:VEVENT
        UID:rich@contoso.com
        DTSTAMP:20261101T080000Z
        CREATED:20261001T080000Z
        LAST-MODIFIED:20261015T081500Z
        SEQUENCE:3
        SUMMARY:Quarterly review
        DTSTART;TZID=Europe/Berlin:20261103T090000
        DTEND;TZID=Europe/Berlin:20261103T103000
        LOCATION:Room 7\, second floor
        DESCRIPTION:Agenda:\n1. Figures\n2. C:\\new
        X-ALT-DESC;FMTTYPE=text/html:<p>Agenda</p>
        CATEGORIES:Finance,Board
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        X-MICROSOFT-CDO-IMPORTANCE:2
        PRIORITY:1
        STATUS:CONFIRMED
        ORGANIZER;CN=Bob:mailto:bob@contoso.com
        ATTENDEE;CN="Carol, Ms";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:carol@contoso.com
        ATTENDEE;CN=Room 7;CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:room7@contoso.com
        RRULE:FREQ=WEEKLY;COUNT=6
        EXDATE;TZID=Europe/Berlin:20261117T090000
        URL:https://teams.contoso.com/join/1
        X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.contoso.com/join/1
        ATTACH;FMTTYPE=text/plain:https://files.contoso.com/figures.txt
        X-CONTOSO-COST-CENTRE;X-UNIT=EUR:4711
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        DESCRIPTION:Reminder
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:rich@contoso.com
        RECURRENCE-ID;TZID=Europe/Berlin:20261110T090000
        DTSTAMP:20261101T080000Z
        SUMMARY:Quarterly review with the board
        DTSTART;TZID=Europe/Berlin:20261110T140000
        DTEND;TZID=Europe/Berlin:20261110T150000
        END:VEVENT
        BEGIN:VEVENT
        UID:allday@contoso.com
        DTSTAMP:20261101T080000Z
        SUMMARY:Trade fair
        DTSTART;VALUE=DATE:20261124
        DTEND;VALUE=DATE:20261127
        END:VEVENT
        """);

    [Theory]
    [InlineData("copy.ics")]
    [InlineData("copy.json")]
    [InlineData("copy.csv")]
    [Trait("Seed", "P1")]
    [Trait("Seed", "P11")]
    public async Task An_appointment_is_whole_after_a_way_through_a_file(string file)
    {
        await using Story story = await Story.BeginAsync();
        await story.ImportAsync(story.Write("rich.ics", Rich));
        RestoreRequest import = await story.ImportAsync(await story.ExportAsync(file), "Copy");

        Assert.Equal(3, import.Counts.Created);
        Item[] before = await story.ItemsAsync();
        Item[] after = await story.ItemsAsync("Copy");
        foreach ((Item left, Item right) in before.Zip(after))
        {
            Assert.Empty(story.Session.Workspace.Codec.Compare(left, right));
            Assert.Equal((left.Key, left.Sequence, left.LastModified), (right.Key, right.Sequence, right.LastModified));
        }
    }

    [Fact]
    [Trait("Seed", "P1")]
    public async Task What_is_restored_is_what_was_lost_to_the_byte()
    {
        await using Story story = await Story.BeginAsync();
        await story.ImportAsync(story.Write("rich.ics", Rich));
        Item[] before = await story.ItemsAsync();
        await story.LoseAllAsync();
        Assert.Empty(await story.ItemsAsync());

        AuditLogDraft draft = await story.Session.AuditLog.DraftAsync(new AuditLogRestoreOptions(), null, None);
        await story.RunAsync(draft.Request);

        Assert.Equal(before.Select(item => item.ContentHash).Order(), (await story.ItemsAsync()).Select(item => item.ContentHash).Order());
    }

    [Theory]
    [InlineData("copy.ics")]
    [InlineData("copy.json")]
    [InlineData("copy.csv")]
    [Trait("Seed", "P23")]
    public async Task A_backslash_before_an_n_is_no_line_end(string file)
    {
        await using Story story = await Story.BeginAsync();
        await story.ImportAsync(story.Write("path.ics", Story.Calendar("""
            BEGIN:VEVENT
            UID:path@contoso.com
            DTSTAMP:20261101T080000Z
            SUMMARY:C:\\new\\table
            DTSTART:20261103T090000Z
            DTEND:20261103T100000Z
            DESCRIPTION:C:\\new\nC:\\rest
            END:VEVENT
            """)));
        await story.ImportAsync(await story.ExportAsync(file), "Copy");

        Appointment copy = story.Session.Workspace.Codec.Decode(Assert.Single(await story.ItemsAsync("Copy")));
        Assert.Equal((@"C:\new\table", "C:\\new\nC:\\rest"), (copy.Subject, copy.Body));
    }

    [Theory]
    [InlineData("again.ics")]
    [InlineData("again.json")]
    [InlineData("again.csv")]
    [Trait("Seed", "P25")]
    public async Task A_body_of_several_lines_is_recognised_when_it_comes_back(string file)
    {
        await using Story story = await Story.BeginAsync();
        string json = """[{"subject":"Minutes","start_time":"2026-11-03T09:00:00Z","end_time":"2026-11-03T10:00:00Z","body_content":"first\r\nsecond\r\n\r\nfourth"}]""";
        await story.ImportAsync(story.Write("lines.json", json));
        Item[] before = await story.ItemsAsync();

        RestoreRequest again = await story.ImportAsync(await story.ExportAsync(file));

        Assert.Equal((0L, 1L), (again.Counts.Created, again.Counts.Skipped));
        Assert.Equal(before.Select(item => item.ContentHash), (await story.ItemsAsync()).Select(item => item.ContentHash));
    }
}

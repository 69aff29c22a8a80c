using System.Text;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Sources;

namespace Restoration.Formats.Tests.ICalendar;

/// <summary>A file that is read on several processors gives what it gives when it is read line by line, whatever is wrong with it.</summary>
public sealed class ChunkedReadingTests
{
    private const int Events = 900;
    private const int ChunkSize = 2_048;
    private const string Damage = "\r\n :;=\"\\,BENDV\0\u00E9\t";

    private static readonly string Zone = IcsFile.Lines(
        "BEGIN:VTIMEZONE", "TZID:Our own", "BEGIN:STANDARD", "DTSTART:20200101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE");

    public static TheoryData<string, string> Intruders => new()
    {
        { "nothing", "" },
        { "a blank line", "\r\n" },
        { "garbage", "this is no line of a calendar\r\n" },
        { "an END too many", "END:VEVENT\r\n" },
        { "a BEGIN too many", "BEGIN:VEVENT\r\n" },
        { "an empty event", "BEGIN:VEVENT\r\nEND:VEVENT\r\n" },
        { "an event without a UID", "BEGIN:VEVENT\r\nDTSTART:20261103T080000Z\r\nSUMMARY:Lost\r\nEND:VEVENT\r\n" },
        { "an event with a zone that nobody knows", "BEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=Nowhere:20261103T080000\r\nEND:VEVENT\r\n" },
        { "a zone in the middle", Zone },
        { "the old zone under its name", Zone.Replace("+0300", "+0500", StringComparison.Ordinal) },
        { "a task", "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Task\r\nEND:VTODO\r\n" },
        { "a property of the calendar", "X-WR-CALNAME:Late\r\n" },
        { "another calendar", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\n" },
        { "a calendar that was not ended", "BEGIN:VCALENDAR\r\n" },
        { "text that is not UTF-8", "BEGIN:VEVENT\r\nUID:l\r\nDTSTART:20261103T080000Z\r\nSUMMARY:\u00FF\u00FE\r\nEND:VEVENT\r\n" },
        { "a soft line break before END", "BEGIN:VEVENT\r\nUID:q\r\nDTSTART:20261103T080000Z\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE:a=\r\nEND:VEVENT\r\n" },
        { "a line of a text that was not folded", "BEGIN:VEVENT\r\nUID:b\r\nDESCRIPTION:one\r\ntwo\r\nthree\r\nEND:VEVENT\r\n" },
        { "an event whose END is folded", "BEGIN:VEVENT\r\nUID:f\r\nDTSTART:20261103T080000Z\r\nEND:VEV\r\n ENT\r\n" },
        { "an END with something behind it", "BEGIN:VEVENT\r\nUID:f\r\nDTSTART:20261103T080000Z\r\nEND:VEVENT \r\n" },
        { "an event in lower case", "begin:vevent\r\nuid:lower\r\ndtstart:20261103T080000Z\r\nend:vevent\r\n" },
        { "an event in another", "BEGIN:VEVENT\r\nUID:o\r\nBEGIN:VEVENT\r\nUID:i\r\nEND:VEVENT\r\nEND:VEVENT\r\n" },
        { "a text that looks like a border", "BEGIN:VEVENT\r\nUID:d\r\nDESCRIPTION:x\r\n \nEND:VEVENT\r\nEND:VEVENT\r\n" },
        { "a date that says no VALUE", "BEGIN:VEVENT\r\nUID:d\r\nDTSTART:20261103\r\nEND:VEVENT\r\n" },
    };

    [Theory]
    [MemberData(nameof(Intruders))]
    public async Task Gives_the_same_with_something_between_the_events(string what, string intruder)
    {
        Assert.NotEmpty(what);
        await RequireSameAsync(Calendar(Events, number => number % 250 == 249 ? intruder : ""));
    }

    [Theory]
    [MemberData(nameof(Intruders))]
    public async Task Gives_the_same_with_something_between_all_events(string what, string intruder)
    {
        Assert.NotEmpty(what);
        await RequireSameAsync(Calendar(Events / 4, _ => intruder));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n\r\n")]
    public async Task Gives_the_same_with_other_line_ends(string end)
        => await RequireSameAsync(Bytes(Encoding.Latin1.GetString(Calendar(Events, _ => "")).Replace("\r\n", end, StringComparison.Ordinal)));

    [Fact]
    public async Task Gives_the_same_of_a_file_that_is_cut_off()
    {
        byte[] whole = Calendar(Events, _ => "");
        await RequireSameAsync(whole[..^20]);
        await RequireSameAsync(whole[..^3_000]);
        await RequireSameAsync(whole[..(whole.Length / 2)]);
    }

    [Fact]
    public async Task Gives_the_same_of_a_file_without_a_calendar()
        => await RequireSameAsync(Bytes(string.Concat(Enumerable.Range(0, Events).Select(Event))));

    [Fact]
    public async Task Gives_the_same_where_zones_come_behind_the_events()
        => await RequireSameAsync(Bytes("BEGIN:VCALENDAR\r\n" + string.Concat(Enumerable.Range(0, Events).Select(Event)) + Zone + "END:VCALENDAR\r\n"));

    [Theory]
    [InlineData(899)]
    [InlineData(900)]
    [InlineData(700)]
    [InlineData(1)]
    public async Task Ends_with_the_same_item_at_the_limit(int limit)
        => await RequireSameAsync(Calendar(Events, _ => ""), new ReadLimits { Items = limit });

    [Fact]
    public async Task Leaves_out_the_same_items_that_pass_a_limit()
    {
        byte[] calendar = Calendar(Events, number => number % 300 == 0 ? $"BEGIN:VEVENT\r\nUID:large\r\nDESCRIPTION:{new string('x', 3_000)}\r\nEND:VEVENT\r\n" : "");
        await RequireSameAsync(calendar, new ReadLimits { LineLength = 1_000 });
        await RequireSameAsync(calendar, new ReadLimits { ItemSize = 1_000 });
        await RequireSameAsync(calendar, new ReadLimits { Properties = 8 });
    }

    [Fact]
    public async Task Gives_the_same_whatever_bytes_were_changed()
    {
        byte[] whole = Calendar(Events / 3, _ => "");
        for (int seed = 1; seed <= 40; seed++)
        {
            Random random = new(seed);
            byte[] damaged = [.. whole];
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)Damage[random.Next(Damage.Length)];
            }

            await RequireSameAsync(damaged);
        }
    }

    [Fact]
    public async Task Reads_what_is_undamaged_in_chunks_of_whole_events()
    {
        int[] numbers = [.. Enumerable.Range(0, Events).Where(number => number % 3 != 0)];
        using InputBuffer window = new();
        window.Lay(Bytes(string.Concat(numbers.Select(Event)) + "END:VCALENDAR\r\n"));
        ChunkReader chunks = new(ReadLimits.Default, 4, ChunkSize);
        Assert.True(chunks.CanRead(window));
        IReadOnlyList<DecodedChunk> read = await chunks.ReadAsync(window, new ZoneScope());
        Assert.InRange(read.Count, 20, numbers.Length / 2);

        // Nothing says that what stands before END:VCALENDAR ends there.
        Assert.Equal(numbers.Length - 1, read.Sum(chunk => chunk.Items.Count));
        Assert.True(chunks.IsUseful);
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using CancellationTokenSource stop = new();
        await using ICalendarReader reader = Open(new MemoryStream(Calendar(Events, _ => "")), ReadLimits.Default, processors: 4);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ReadItem item in reader.ReadAsync(stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    private static async Task RequireSameAsync(byte[] calendar, ReadLimits? limits = null)
    {
        List<string> expected = await ReadAsync(new MemoryStream(calendar), limits, processors: 1);
        Assert.Equal(expected, await ReadAsync(new MemoryStream(calendar), limits, processors: 4));
        Assert.Equal(await ReadAsync(new SlowStream(calendar, 5_000), limits, processors: 1), await ReadAsync(new SlowStream(calendar, 5_000), limits, processors: 3));
    }

    private static ICalendarReader Open(Stream stream, ReadLimits limits, int processors)
        => new(stream, new ReadOptions { FileName = "test.ics", Limits = limits }, processors, ChunkSize);

    private static async Task<List<string>> ReadAsync(Stream stream, ReadLimits? limits, int processors)
    {
        List<string> read = [];
        await using ICalendarReader reader = Open(stream, limits ?? ReadLimits.Default, processors);
        try
        {
            await foreach (ReadItem one in reader.ReadAsync(CancellationToken.None))
            {
                read.Add(one.Item is { } item
                    ? $"{one.Line} {item.Key} {item.ContentHash} {item.ComparisonHash} {item.Subject} {item.Start} {item.End} {item.SeriesEnd} {Encoding.UTF8.GetString(item.Content.Span)}"
                    : $"{one.Line} {one.Finding}");
            }
        }
        catch (Failures.RestorationException failure)
        {
            read.Add(failure.Message);
        }

        read.Add($"{reader.Info.Name} {string.Join(';', reader.Info.Properties)}");
        return read;
    }

    private static byte[] Calendar(int events, Func<int, string> between)
        => Bytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + Zone + string.Concat(Enumerable.Range(0, events).Select(number => Event(number) + between(number))) + "END:VCALENDAR\r\n");

    private static string Event(int number) => IcsFile.Lines(
        "BEGIN:VEVENT",
        $"UID:{number}@example.com",
        number % 3 == 0 ? $"DTSTART;TZID=Our own:20261103T08{number % 60:00}00" : $"DTSTART;TZID=Europe/Berlin:20261103T08{number % 60:00}00",
        number % 5 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=5" : "DURATION:PT1H",
        $"SUMMARY:Meeting {number}",
        $"DESCRIPTION:A text that is folded in the",
        $"  middle of event {number}\\, and goes on",
        "END:VEVENT");

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}

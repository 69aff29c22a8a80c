using System.Text;
using Restoration.Failures;
using Restoration.Sources;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class LimitTests
{
    private const string Start = "DTSTART:20261103T090000Z";

    private static readonly string[] Good = ["BEGIN:VEVENT", "UID:good", Start, "END:VEVENT"];

    // Lines of an event, the limits, and what the message says.
    public static TheoryData<string[], ReadLimits, string> TooMuch => new()
    {
        { ["DESCRIPTION:" + new string('x', 1000)], new ReadLimits { LineLength = 1000 }, "longer than 1000 bytes" },
        { [.. Enumerable.Repeat("DESCRIPTION:" + new string('x', 100), 11)], new ReadLimits { ItemSize = 1000 }, "larger than 1000 bytes" },
        { [.. Enumerable.Repeat("ATTENDEE:mailto:a@example.com", 50)], new ReadLimits { Properties = 50 }, "more than 50 properties" },
        { [.. Enumerable.Repeat("BEGIN:X-A", 4), .. Enumerable.Repeat("END:X-A", 4)], new ReadLimits { Nesting = 4 }, "nested more than 4 deep" },
        { [.. Enumerable.Repeat("BEGIN:VALARM", 40)], ReadLimits.Default, "nested more than 32 deep" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void What_passes_a_limit_costs_itself_only(string[] lines, ReadLimits limits, string message)
    {
        IcsFile file = IcsFile.Read(IcsFile.Lines(["BEGIN:VCALENDAR", .. Good, "BEGIN:VEVENT", "UID:bad", .. lines, "END:VEVENT", .. Good, "END:VCALENDAR"]), limits);
        Assert.Equal(["good", "good"], file.Items.Select(item => item.Key.Uid));
        Finding error = Assert.Single(file.Findings);
        Assert.Equal((Severity.Error, FailureCode.LimitExceeded, "bad"), (error.Severity, error.Code, error.Item));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("begins at line 6", error.Message, StringComparison.Ordinal);
        Assert.True(error.Line > 6);
    }

    [Fact]
    public void What_is_just_within_the_limits_is_read()
    {
        ReadLimits limits = new() { LineLength = 40, ItemSize = 160, Properties = 7, Nesting = 2 };
        IcsFile file = IcsFile.Read(IcsFile.Lines("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", Start, "DESCRIPTION:" + new string('x', 28), "BEGIN:VALARM", "END:VALARM", "END:VEVENT", "END:VCALENDAR"), limits);
        Assert.Empty(file.Findings);
        Assert.Equal("1", file.Single.Key.Uid);
    }

    [Fact]
    public void Too_many_items_end_the_reading()
    {
        RestorationException error = Assert.Throws<RestorationException>(
            () => IcsFile.Read(IcsFile.Lines(["BEGIN:VCALENDAR", .. Good, .. Good, .. Good, "END:VCALENDAR"]), new ReadLimits { Items = 2 }));
        Assert.Equal(FailureCode.LimitExceeded, error.Code);
    }

    [Fact]
    public void A_calendar_with_too_many_properties_still_gives_its_items()
    {
        IcsFile file = IcsFile.Read(
            IcsFile.Lines(["BEGIN:VCALENDAR", .. Enumerable.Range(0, 30).Select(number => $"X-{number}:v"), "X-LONG:" + new string('x', 500), .. Good, "END:VCALENDAR"]),
            new ReadLimits { Properties = 20, LineLength = 200 });
        Assert.Equal("good", file.Single.Key.Uid);
        Assert.Equal(20, file.Info.Properties.Count);
        Assert.All(file.Findings, finding => Assert.Equal(FailureCode.LimitExceeded, finding.Code));
    }

    [Fact]
    public void A_line_that_never_ends_takes_no_memory()
    {
        using EndlessLine stream = new("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDESCRIPTION:"u8.ToArray(), length: 300_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        IcsFile file = IcsFile.Read(stream, new ReadLimits { LineLength = 100_000 });
        long used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Empty(file.Items);
        Assert.Equal(FailureCode.LimitExceeded, Assert.Single(file.Errors).Code);
        Assert.True(used < 10_000_000, $"{used} bytes were allocated.");
    }

    [Fact]
    public void Nesting_20000_deep_is_no_danger()
    {
        StringBuilder text = new("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:deep\r\n");
        text.Insert(text.Length, "BEGIN:X-A\r\n", 20_000).Insert(text.Length, "END:X-A\r\n", 20_000).Append("END:VEVENT\r\n").Append(IcsFile.Lines(Good)).Append("END:VCALENDAR\r\n");
        IcsFile file = IcsFile.Read(text.ToString());
        Assert.Equal("good", file.Single.Key.Uid);
        Assert.Equal("deep", Assert.Single(file.Findings).Item);
    }

    [Theory]
    [InlineData("BEGIN:VEVENT\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\n")]
    [InlineData("BEGIN:X-A\r\n")]
    [InlineData("END:VCALENDAR\r\n")]
    [InlineData("END:VEVENT\r\n")]
    public void A_marker_20000_times_is_no_danger(string marker)
        => Assert.Empty(IcsFile.Read("BEGIN:VCALENDAR\r\n" + string.Concat(Enumerable.Repeat(marker, 20_000))).Items);

    [Fact]
    public void A_million_attendees_are_read_if_they_may_be()
    {
        string text = IcsFile.Wrap([Start, .. Enumerable.Range(0, 1_000_000).Select(number => $"ATTENDEE:mailto:{number}@example.com")]);
        Assert.Equal(FailureCode.LimitExceeded, Assert.Single(IcsFile.Read(text).Findings).Code);
        IcsFile file = IcsFile.Read(text, new ReadLimits { Properties = 2_000_000 });
        Assert.True(file.Single.Size > 20_000_000);
    }

    [Theory]
    [InlineData("SUMMARY;ENCODING=QUOTED-PRINTABLE:a=", "b=")]
    [InlineData("SUMMARY:a", " b")]
    [InlineData("DESCRIPTION:a", "no property")]
    [InlineData("X-A:a", "")]
    [InlineData("X-A;B=\"a", ";C=\"b")]
    public void A_line_that_goes_on_300000_times_is_read_only_once(string first, string more)
    {
        IcsFile file = IcsFile.Read(IcsFile.Wrap([Start, first, .. Enumerable.Repeat(more, 300_000), "", "LOCATION:after"]), new ReadLimits { Properties = 500_000 });
        Assert.Contains("LOCATION:after", IcsFile.ContentOf(file.Single));
    }

    [Fact]
    public void A_merge_of_many_names_takes_no_time()
    {
        Restoration.Items.Item One(string prefix) => IcsFile.ReadEvent([Start, .. Enumerable.Range(0, 30_000).Select(number => $"X-{prefix}{number}:v")]).Single;
        Assert.Equal(60_000 + 5, IcsFile.ContentOf(new Restoration.Formats.ICalendar.ICalendarCodec().Merge(One("A"), One("B"), null)).Length);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY;COUNT=2000000000")]
    [InlineData("FREQ=SECONDLY;UNTIL=99991231T235959Z")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=10")]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=10")]
    [InlineData("FREQ=DAILY;INTERVAL=2147483647;COUNT=1000000")]
    [InlineData("FREQ=MINUTELY;BYSETPOS=-1;BYSECOND=0,59;COUNT=100000000")]
    [InlineData("FREQ=HOURLY;BYYEARDAY=366;BYWEEKNO=53;BYDAY=MO;COUNT=1000")]
    public void No_rule_makes_the_reading_of_an_item_spin(string rule)
    {
        Restoration.Items.Item item = IcsFile.ReadEvent(Start, "DURATION:PT1H", "RRULE:" + rule).Single;
        Assert.True(item.IsSeries);
        new Restoration.Formats.ICalendar.ICalendarCodec().Occurs(item, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(300));
    }

    [Fact]
    public void Thousands_of_zones_are_no_danger()
    {
        IEnumerable<string> zones = Enumerable.Range(0, 2_500).SelectMany(number => new[] { "BEGIN:VTIMEZONE", $"TZID:Own {number}", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE" });
        IEnumerable<string> events = Enumerable.Range(0, 2_500).SelectMany(number => new[] { "BEGIN:VEVENT", $"UID:{number}", $"DTSTART;TZID=Own {number}:20261103T090000", "END:VEVENT" });
        IcsFile file = IcsFile.Read(IcsFile.Lines(["BEGIN:VCALENDAR", .. zones, .. events, "END:VCALENDAR"]));
        Assert.Equal(2_500, file.Items.Count);
        Assert.Equal(500, file.Errors.Count());
        Assert.All(file.Errors, finding => Assert.Equal(FailureCode.LimitExceeded, finding.Code));
    }

    /// <summary>A beginning, and then one line that goes on and on.</summary>
    private sealed class EndlessLine(byte[] beginning, long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - _position);
            buffer[..count].Fill((byte)'x');
            if (_position < beginning.Length)
            {
                count = (int)Math.Min(count, beginning.Length - _position);
                beginning.AsSpan((int)_position, count).CopyTo(buffer);
            }

            _position += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.Tests.Properties;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class RoundTripTests
{
    private static readonly ICalendarCodec Codec = new();

    [Fact]
    public void What_is_read_and_written_is_read_the_same_again() => Prop.ForAll(RandomCalendars.Arbitrary, calendar =>
    {
        IcsFile first = IcsFile.Read(calendar.Text);
        string written = IcsFile.Write(first.Items, first.Info);
        IcsFile second = IcsFile.Read(written);
        Assert.Empty(second.Errors);
        Assert.Equal(calendar.Events, first.Items.Count);
        Assert.Equal(first.Items.Count, second.Items.Count);
        foreach ((Item one, Item other) in first.Items.Zip(second.Items))
        {
            Assert.Equal(one.Key, other.Key);
            Assert.Empty(Codec.Compare(one, other));
            Assert.Equal(one.ComparisonHash, other.ComparisonHash);
            Assert.Equal(
                (one.ItemClass, one.Subject, one.Start, one.End, one.IsAllDay, one.IsSeries, one.SeriesEnd, one.Sequence),
                (other.ItemClass, other.Subject, other.Start, other.End, other.IsAllDay, other.IsSeries, other.SeriesEnd, other.Sequence));
            Assert.Equal(Show(Codec.Decode(one)), Show(Codec.Decode(other)));
        }

        Assert.Equal(written, IcsFile.Write(second.Items, second.Info));
    }).CheckSeeded();

    [Fact]
    public void A_stored_content_gives_the_same_keys_and_digests() => Prop.ForAll(RandomCalendars.Arbitrary, calendar =>
    {
        foreach (Item item in IcsFile.Read(calendar.Text).Items)
        {
            Item again = ItemFactory.FromFragment(item.Content);
            Assert.Equal(item with { Content = default }, again with { Content = default });
            Assert.Equal(item.Content.ToArray(), again.Content.ToArray());
        }
    }).CheckSeeded();

    [Fact]
    public void It_does_not_matter_how_a_file_is_folded_nor_in_what_pieces_it_comes() => Prop.ForAll(RandomCalendars.Arbitrary, Gen.Choose(1, 40).ToArbitrary(), (calendar, width) =>
    {
        byte[] text = Encoding.UTF8.GetBytes(calendar.Text);
        List<byte> folded = [];
        int column = 0;
        foreach (byte character in text)
        {
            if (column == width && character is not ((byte)'\r' or (byte)'\n'))
            {
                folded.AddRange("\r\n "u8);
                column = 0;
            }

            folded.Add(character);
            column = character == '\n' ? 0 : column + 1;
        }

        Assert.Equal(
            IcsFile.Read(text).Items.Select(item => item.ContentHash),
            IcsFile.Read([.. folded], pieces: width).Items.Select(item => item.ContentHash));
    }).CheckSeeded();

    [Fact]
    public void No_bytes_make_the_reader_fail_in_a_way_of_their_own()
    {
        ReadLimits limits = new() { LineLength = 200, ItemSize = 1000, Properties = 30, Nesting = 3 };
        Prop.ForAll(RandomCalendars.Bytes, bytes =>
        {
            try
            {
                IcsFile file = IcsFile.Read(bytes, limits, pieces: 1 + (bytes.Length % 7));
                IcsFile again = IcsFile.Read(IcsFile.Write(file.Items, file.Info));
                Assert.Equal(file.Items.Select(item => item.ComparisonHash), again.Items.Select(item => item.ComparisonHash));
            }
            catch (RestorationException refused)
            {
                Assert.Contains(refused.Code, new[] { FailureCode.InvalidData, FailureCode.UnsupportedFormat });
            }
        }).CheckSeeded(700);
    }

    // All parts of an appointment as one text, so that a difference shows.
    private static string Show(Appointment appointment) => string.Join('\n',
    [
        appointment.Uid, appointment.RecurrenceId?.ToString(), appointment.Subject, appointment.Body, appointment.HtmlBody, appointment.Location, appointment.Start.ToString(), appointment.End.ToString(),
        .. appointment.Recurrence?.Rules ?? [], .. (appointment.Recurrence?.Dates ?? []).Select(date => date.ToString()), .. (appointment.Recurrence?.ExceptionDates ?? []).Select(date => date.ToString()),
        appointment.Organizer?.Address, .. appointment.Attendees.Select(attendee => attendee.Address + string.Join(';', attendee.Parameters)), .. appointment.Categories,
        .. appointment.Alarms.Select(alarm => alarm.ToString()), .. appointment.Attachments.Select(attachment => attachment.ToString()),
        $"{appointment.Sensitivity} {appointment.ShowAs} {appointment.Importance} {appointment.Status} {appointment.Transparency} {appointment.Sequence} {appointment.Url} {appointment.ImmutableId}",
        $"{appointment.Created} {appointment.LastModified} {appointment.Stamp}",
        .. appointment.OtherProperties.Select(property => property.Name + string.Join(';', property.Parameters) + property.Value),
    ]);
}

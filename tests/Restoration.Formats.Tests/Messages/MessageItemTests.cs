using System.Text;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Tests.Messages;

/// <summary>Items of messages: their keys, their digests, and what merging and copying makes of them.</summary>
public sealed class MessageItemTests
{
    private static readonly MessageState Unread = new() { IsRead = false, Flag = FlagStatus.Flagged, Categories = ["Red, really", "Größe"] };

    [Fact]
    public void An_item_lists_what_the_message_says()
    {
        Item item = Mail.Item();
        Assert.Equal(ItemClasses.Note, item.ItemClass);
        Assert.Equal("1@contoso.com", item.Key.Uid);
        Assert.Equal("Plan", item.Subject);
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 8, 0, 5, TimeSpan.Zero), item.Start!.Value.Instant);
    }

    [Fact]
    public void Content_read_again_is_the_same_item_and_holds_the_message_byte_for_byte()
    {
        Item item = Mail.Item(state: Unread with { Uid = "x y", ImmutableId = "AAk=", Marks = MessageMarks.Answered | MessageMarks.Draft, Importance = Importance.High, Received = DateTimeOffset.UnixEpoch });
        Item again = Mail.Codec.Read(item.Content);
        Assert.Equal(item with { Content = default }, again with { Content = default });
        Assert.EndsWith(Mail.Plain, Encoding.UTF8.GetString(again.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_of_another_length_is_refused()
        => Assert.Equal(FailureCode.InvalidData, Assert.Throws<RestorationException>(() => Mail.Codec.Read(Mail.Item().Content[..^1])).Code);

    public static TheoryData<string, string> Same => new()
    {
        { Mail.Plain, Mail.Plain.Replace("\r\n", "\n", StringComparison.Ordinal) },
        { Mail.Plain, Mail.Plain + "\r\n\r\n" },
        { Mail.Plain, Mail.With("Return-Path: <x@y.z>") },
        { Mail.Plain, Mail.With("X-Spam-Score: 7") },
        { Mail.Plain, Mail.Plain.Replace("09:00:05", "10:00:05", StringComparison.Ordinal) },
        { Mail.Plain, Mail.Plain.Replace("Subject: Plan", "SUBJECT:\r\n  Plan", StringComparison.Ordinal) },
        { Mail.With("Status: RO"), Mail.Plain },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void What_the_way_of_a_message_left_on_it_is_no_difference(string left, string right)
    {
        Assert.Equal(Mail.Item(left).ComparisonHash, Mail.Item(right).ComparisonHash);
        Assert.Empty(Mail.Codec.Compare(Mail.Item(left), Mail.Item(right)));
    }

    public static TheoryData<string, string> Different => new()
    {
        { Mail.Plain.Replace("Plan", "Play", StringComparison.Ordinal), "Subject" },
        { Mail.Plain.Replace("bob@", "bert@", StringComparison.Ordinal), "To" },
        { Mail.Plain.Replace("meet", "talk", StringComparison.Ordinal), "Body" },
        { Mail.With("Status: O"), "IsRead" },
        { Mail.With("X-Priority: 1"), "Importance X-Priority" },
        { Mail.With("X-Gmail-Labels: Inbox,Starred,Work"), "Categories Flag" },
        { Mail.Plain.Replace("To:", "Cc: eve@contoso.com\r\nTo:", StringComparison.Ordinal), "Cc" },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void A_difference_is_named(string changed, string parts)
    {
        Assert.NotEqual(Mail.Item().ComparisonHash, Mail.Item(changed).ComparisonHash);
        Assert.Equal(parts, string.Join(' ', Mail.Codec.Compare(Mail.Item(), Mail.Item(changed))));
    }

    [Fact]
    public void Messages_without_an_id_are_recognised_by_what_they_say()
    {
        string bare = Mail.Plain.Replace("Message-ID: <1@contoso.com>\r\n", "", StringComparison.Ordinal);
        Item item = Mail.Item(bare);
        Assert.Null(item.Key.Uid);
        Assert.Equal(item.Key, Mail.Item(bare.Replace("Alice <alice@", "<ALICE@", StringComparison.Ordinal)).Key);
        Assert.Equal(item.Key, Mail.Item(bare.Replace("09:00:00 +0100", "08:00:00 +0000", StringComparison.Ordinal)).Key);
        Assert.NotEqual(item.Key, Mail.Item(bare.Replace("meet", "talk", StringComparison.Ordinal)).Key);
    }

    [Fact]
    public void A_copy_keeps_its_message_and_is_found_by_its_own_id()
    {
        Item copy = Mail.Codec.WithUid(Mail.Item(), "restoration-1");
        Assert.Equal("restoration-1", copy.Key.Uid);
        Assert.Equal(Mail.Item().ComparisonHash, copy.ComparisonHash);
        Assert.Equal(copy.Key, Mail.Codec.Read(copy.Content).Key);
        Assert.Equal(copy.ContentHash, Mail.Codec.WithUid(copy, "restoration-1").ContentHash);
    }

    [Fact]
    public void A_merge_takes_what_the_source_says_and_keeps_what_it_does_not()
    {
        Item target = Mail.Item(Mail.With("X-Kept: 1"), Unread);
        Item source = Mail.Item(Mail.Plain.Replace("meet", "talk", StringComparison.Ordinal), new MessageState { IsRead = true });
        Item merged = Mail.Codec.Merge(target, source, null);
        Message message = Mail.Codec.DecodeMessage(merged);
        Assert.Equal((true, FlagStatus.Flagged), (message.IsRead, message.Flag));
        Assert.Equal(Unread.Categories, message.Categories);
        Assert.Equal("Let us talk.\r\n", message.Body);
        Assert.Contains("X-Kept: 1\r\n\r\nLet us", Encoding.UTF8.GetString(merged.Content.Span), StringComparison.Ordinal);
        Assert.Equal(merged.ComparisonHash, Mail.Codec.Merge(merged, source, null).ComparisonHash);
    }

    [Fact]
    public void A_merge_of_named_parts_takes_no_others()
    {
        Item merged = Mail.Codec.Merge(Mail.Item(state: Unread), Mail.Item("Subject: other\r\n\r\n", new MessageState { IsRead = true, Flag = FlagStatus.Complete }), ["IsRead"]);
        Message message = Mail.Codec.DecodeMessage(merged);
        Assert.Equal(("Plan", true, FlagStatus.Flagged), (message.Subject, message.IsRead, message.Flag));
    }

    [Fact]
    public void A_message_and_an_appointment_have_no_parts_in_common()
    {
        Item appointment = Mail.Codec.Read(Encoding.UTF8.GetBytes("BEGIN:VEVENT\r\nUID:1@contoso.com\r\nDTSTART:20261103T080000Z\r\nSUMMARY:Plan\r\nEND:VEVENT\r\n"));
        Assert.Equal(ItemClasses.Appointment, appointment.ItemClass);
        Assert.Equal(["Class"], Mail.Codec.Compare(appointment, Mail.Item()));
        Assert.Equal(MessageKind.Calendar, Mail.Codec.DecodeMessage(appointment).Kind);
    }
}

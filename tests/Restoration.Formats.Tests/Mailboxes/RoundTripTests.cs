using System.Text;
using Restoration.Formats.Messages;
using Restoration.Formats.Tests.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>Whatever a mailbox holds comes back from every format: the same items, the messages byte for byte.</summary>
public sealed class RoundTripTests
{
    private static readonly (string Folder, Item Item)[] Mailbox =
    [
        ("Inbox", Mail.Item()),
        ("Inbox", Mail.Item(Mail.Plain.Replace("1@", "2@", StringComparison.Ordinal) + "\r\nFrom here on\r\n>From quoted\r\n>>From twice\r\nFrom bob@x.y Tue Nov  3 09:00:00 2026\r\n\r\n\r\n")),
        ("Inbox", Mail.Item(Mail.Plain.Replace("1@", "3@", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal), new MessageState { IsRead = false, Flag = FlagStatus.Complete, Categories = ["Red, really", "Größe"], Importance = Importance.High, Marks = MessageMarks.Answered | MessageMarks.Forwarded, LastModified = DateTimeOffset.UnixEpoch })),
        ("Inbox", Mail.Item("Subject: no end of line\r\n\r\nbody")),
        ("Inbox", Mail.Item("no header, NUL \0 and \u00ff", new MessageState { Received = DateTimeOffset.UnixEpoch })),
        ("Inbox", Mail.Item("")),
        ("Inbox", Mail.Item("X-Restoration-Item: 1; IPM.Note\r\nX-Restoration-Mime-Size: 3\r\nabc")),
        ("Inbox", Mail.Codec.WithUid(Mail.Item(), "restoration-copy")),
        ("Inbox/50% of. Größe & Co", Mail.Item(Mail.With("Status: RO\r\nX-Status: F"))),
        ("CON/.x./a~b", Mail.Item(state: new MessageState { Flag = FlagStatus.Flagged, Marks = MessageMarks.Draft })),
        ("Contacts", MessageFactory.Wrap(new MessageState { ItemClass = ItemClasses.Contact }, "text/vcard", "BEGIN:VCARD\r\nFN:Bob\r\nEND:VCARD\r\n"u8)),
        ("Tasks", MessageFactory.Wrap(new MessageState { ItemClass = ItemClasses.Task, Categories = [] }, "application/json", """{"id":"t","title":"Do"}"""u8)),
        ("Calendar", Mail.Codec.Read(Encoding.UTF8.GetBytes("BEGIN:VEVENT\r\nUID:e1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20261103T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Größe\\, wöchentlich\r\nEND:VEVENT\r\n"))),
        ("Calendar", Mail.Codec.Read(Encoding.UTF8.GetBytes("BEGIN:VTODO\r\nDTSTAMP:20261101T000000Z\r\nUID:t1\r\nSUMMARY:Do it\r\nEND:VTODO\r\n"))),
    ];

    [Theory]
    [InlineData("EML", "out")]
    [InlineData("MBOX", "out")]
    [InlineData("MBOX", "out.mbox")]
    [InlineData("Maildir", "out")]
    [InlineData("JSON", "out.json")]
    [InlineData("JSON", "out.zip")]
    public void A_mailbox_comes_back_from_every_format(string format, string path)
    {
        MailboxFile read = MailboxFile.Read(MailboxFile.Write(format, Mailbox, path));
        Assert.DoesNotContain(read.Findings, finding => finding.Severity == Restoration.Failures.Severity.Error);
        Assert.Equal(SummaryOf(Mailbox), read.Summary.Order(StringComparer.Ordinal));
        Assert.Equal(MimeOf(Mailbox.Select(entry => entry.Item)), MimeOf(read.Items));
    }

    [Fact]
    public void A_mailbox_that_goes_through_all_formats_is_what_it_was()
    {
        IEnumerable<(string, Item)> items = Mailbox;
        foreach (string format in (string[])["EML", "MBOX", "Maildir", "JSON", "EML"])
        {
            MailboxFile read = MailboxFile.Read(MailboxFile.Write(format, items));
            items = [.. read.Entries.Where(entry => entry.Item is not null).Select(entry => (string.Join('/', entry.Folder.Count == 0 ? ["Inbox"] : entry.Folder), entry.Item!))];
        }

        Assert.Equal(SummaryOf(Mailbox), SummaryOf(items));
        Assert.Equal(MimeOf(Mailbox.Select(entry => entry.Item)), MimeOf(items.Select(entry => entry.Item2)));
    }

    [Theory]
    [InlineData("EML")]
    [InlineData("MBOX")]
    public void A_message_that_says_all_itself_is_written_as_it_is(string format)
    {
        MemoryTree tree = MailboxFile.Write(format, [("Inbox", Mail.Item())]);
        string text = Encoding.UTF8.GetString(tree[tree.Paths.First()]);
        Assert.EndsWith(format == "EML" ? Mail.Plain : Mail.Plain + "\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Restoration", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_of_a_maildir_are_in_the_names_and_win_over_what_was_written_with_the_message()
    {
        MemoryTree written = MailboxFile.Write("Maildir", [("Inbox", Mail.Item(state: new MessageState { IsRead = false, Flag = FlagStatus.Complete, Categories = ["Red"] }))]);
        string path = Assert.Single(written.Paths, path => path.StartsWith("cur/", StringComparison.Ordinal));
        Assert.EndsWith(":2,", path, StringComparison.Ordinal);
        MemoryTree changed = new();
        changed[path + "RS"] = written[path];
        Message message = Mail.Codec.DecodeMessage(MailboxFile.Read(changed).Items[0]);
        Assert.Equal((true, FlagStatus.Complete, MessageMarks.Answered), (message.IsRead, message.Flag, message.Marks));
        Assert.Equal(["Red"], message.Categories);
    }

    private static IEnumerable<string> SummaryOf(IEnumerable<(string Folder, Item Item)> items) => items
        .Select(entry => $"{(entry.Folder)}: {entry.Item.ItemClass} {entry.Item.Subject} {entry.Item.Key.Uid} {entry.Item.ComparisonHash}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> MimeOf(IEnumerable<Item> items) => items
        .Select(item => Encoding.Latin1.GetString(OpenMessage.IsMessage(item.Content.Span) ? OpenMessage.Open(item).Mime.Span : item.Content.Span))
        .Order(StringComparer.Ordinal);
}

using System.Text;
using Restoration.Formats.Tests.Messages;
using Restoration.Items;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>Mailboxes as other programs write them.</summary>
public sealed class ForeignMailboxTests
{
    private const string From = "From alice@contoso.com Tue Nov  3 09:00:00 2026\n";

    [Theory]
    [InlineData("Inbox/a.eml", "Inbox")]
    [InlineData("a.eml", "")]
    [InlineData("tree/Inbox/a.eml", "Inbox")]
    [InlineData("A%2FB/a.eml", "A/B")]
    [InlineData("100% sure/a.eml", "100% sure")]
    [InlineData("cur/1.x:2,S", "")]
    [InlineData("new/1.x", "")]
    [InlineData("Maildir/cur/1.x:2,", "")]
    [InlineData("Maildir/.Sent/cur/1.x", "Sent")]
    [InlineData(".Archiv.&ANw-bung.2026/cur/1.x;2,S", "Archiv/Übung/2026")]
    [InlineData("Sent/cur/1.x", "Sent")]
    [InlineData("Lists/Dev/new/1.x", "Lists/Dev")]
    [InlineData("new/b.eml", "new")]
    public void A_message_is_in_the_folder_that_its_path_says(string path, string folder)
        => Assert.Equal(folder, string.Join('/', Assert.Single(MailboxFile.Read(path, Mail.Plain).Entries).Folder));

    [Theory]
    [InlineData("Sent.mbox", "Sent")]
    [InlineData("Sent", "Sent")]
    [InlineData("Mail/Inbox.sbd/Lists", "Mail/Inbox/Lists")]
    [InlineData("Archive.mbox/mbox", "Archive")]
    [InlineData("Takeout/Mail/All mail.mbox", "All mail")]
    public void An_mbox_file_is_the_folder_of_its_name(string path, string folder)
        => Assert.Equal(folder, string.Join('/', Assert.Single(MailboxFile.Read(path, From + Mail.Plain).Entries).Folder));

    [Fact]
    public void A_file_that_is_all_of_the_mailbox_says_no_folder()
        => Assert.Empty(Assert.Single(MailboxFile.Read("Sent.mbox", From + Mail.Plain, isSingle: true).Entries).Folder);

    [Fact]
    public void A_sentence_that_begins_with_From_is_none_that_begins_a_message()
    {
        MailboxFile read = MailboxFile.Read("a.mbox", $"{From}Subject: 1\n\nbody\n\nFrom the desk of Alice: hello 2026\n>From quoted\n\n{From}Subject: 2\n\nx\n");
        Assert.Equal(["1", "2"], read.Items.Select(item => item.Subject));
        Assert.Contains("From the desk of Alice: hello 2026\nFrom quoted", Mail.Codec.DecodeMessage(read.Items[0]).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_length_that_lies_is_not_believed()
        => Assert.Equal(2, MailboxFile.Read("a.mbox", $"{From}Content-Length: 99999\n\nbody\n\n{From}Content-Length: 0\n\nbody\n").Items.Count);

    [Theory]
    [InlineData("Status: RO\nX-Status: AF", true, true, MessageMarks.Answered, "")]
    [InlineData("Status: O", false, false, MessageMarks.None, "")]
    [InlineData("X-Mozilla-Status: 1007", true, true, MessageMarks.Answered | MessageMarks.Forwarded, "")]
    [InlineData("X-Mozilla-Status: 0000\nX-Mozilla-Keys: $label1 work", false, false, MessageMarks.None, "$label1|work")]
    [InlineData("X-Gmail-Labels: Inbox,Unread,Starred,Work,=?UTF-8?Q?Gr=C3=BCn?=", false, true, MessageMarks.None, "Work|Grün")]
    public void Flags_in_headers_of_other_programs_are_understood(string headers, bool isRead, bool isFlagged, MessageMarks marks, string categories)
    {
        Message message = Mail.Codec.DecodeMessage(MailboxFile.Read("a.mbox", $"{From}{headers}\nSubject: x\n\nbody\n").Items[0]);
        Assert.Equal((isRead, isFlagged, marks), (message.IsRead, message.IsFlagged, message.Marks));
        Assert.Equal(categories, string.Join('|', message.Categories));
    }

    [Fact]
    public void The_time_in_an_mbox_file_counts_for_a_message_that_says_none()
    {
        MailboxFile read = MailboxFile.Read("a.mbox", $"{From}Subject: x\n\nbody\n");
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero), Mail.Codec.DecodeMessage(read.Items[0]).Received);
    }

    [Fact]
    public void Cards_and_calendars_are_items_of_their_own()
    {
        MemoryTree tree = new();
        tree["Contacts/all.vcf"] = "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n\r\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"u8.ToArray();
        tree["Calendar.ics"] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261103T080000Z\r\nSUMMARY:C\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8.ToArray();
        MailboxFile read = MailboxFile.Read(tree);
        Assert.Equal(["C", "A", "B"], read.Items.Select(item => item.Subject));
        Assert.Equal(["Calendar", "Contacts", "Contacts"], read.Entries.Select(entry => string.Join('/', entry.Folder)));
    }

    [Fact]
    public void What_programs_keep_beside_mail_is_passed_over()
    {
        MemoryTree tree = new();
        foreach (string path in (string[])["Inbox.msf", ".DS_Store", "dovecot.index", ".Sent/maildirfolder", "tmp/1.x", "restoration.json"])
        {
            tree[path] = "x"u8.ToArray();
        }

        tree["cur/1.x"] = Encoding.UTF8.GetBytes(Mail.Plain);
        tree["readme"] = "\u0001 no mail"u8.ToArray();
        MailboxFile read = MailboxFile.Read(tree);
        Assert.Single(read.Items);
        Assert.Equal("readme", Assert.Single(read.Findings).Item);
    }
}

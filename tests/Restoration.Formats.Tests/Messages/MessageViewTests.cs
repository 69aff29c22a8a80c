using Restoration.Formats.Messages;
using Restoration.Items;

namespace Restoration.Formats.Tests.Messages;

/// <summary>What filters see of messages.</summary>
public sealed class MessageViewTests
{
    private const string WithFile =
        "From: =?utf-8?Q?J=C3=B6rg?= <joerg@contoso.com>\r\nSender: office@contoso.com\r\nTo: a@b.c, d@e.f\r\nCc: g@h.i\r\nBcc: j@k.l\r\n"
        + "Subject: =?utf-8?B?R3LDvMOfZQ==?=\r\nDate: Tue, 3 Nov 2026 09:00:00 +0100\r\nImportance: high\r\nSensitivity: Private\r\n"
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--b\r\n"
        + "Content-Type: application/pdf; name=x.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nR3I=\r\n--b--\r\n";

    [Fact]
    public void A_message_is_seen_whole()
    {
        Message message = Mail.Codec.DecodeMessage(Mail.Item(WithFile, new MessageState { IsRead = false, Categories = ["Red"] }));
        Assert.Equal("Grüße", message.Subject);
        Assert.Equal("Jörg <joerg@contoso.com>", Assert.Single(message.From).ToString());
        Assert.Equal(["joerg@contoso.com", "office@contoso.com", "a@b.c", "d@e.f", "g@h.i", "j@k.l"], message.Participants.Select(person => person.Address));
        Assert.Equal((MessageKind.Email, Importance.High, Sensitivity.Private, false), (message.Kind, message.Importance, message.Sensitivity, message.IsRead));
        Assert.Equal("Hi", message.Body);
        Assert.Equal(new MessageAttachment("x.pdf", "application/pdf", 2, false), Assert.Single(message.Attachments));
        Assert.True(message.HasAttachment);
    }

    [Fact]
    public void A_message_answers_the_filters_of_appointments()
    {
        Appointment appointment = Mail.Codec.Decode(Mail.Item(WithFile));
        Assert.Equal("joerg@contoso.com", appointment.Organizer?.Email);
        Assert.Equal(4, appointment.Attendees.Count);
    }

    [Theory]
    [InlineData("text/vcard", ItemClasses.Contact, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bob\\, Builder\r\nUID:u1\r\nEMAIL;TYPE=work:bob@contoso.com\r\nEND:VCARD\r\n", "Bob, Builder", "u1", MessageKind.Contact)]
    [InlineData("application/json", ItemClasses.Contact, """{"id":"c1","displayName":"Bob"}""", "Bob", "c1", MessageKind.Contact)]
    [InlineData("application/json", ItemClasses.Task, """{"id":"t1","title":"Do it"}""", "Do it", "t1", MessageKind.Task)]
    [InlineData("application/json", ItemClasses.StickyNote, """{"subject":"Milk"}""", "Milk", null, MessageKind.Note)]
    [InlineData("application/json", ItemClasses.Task, "{broken", "", null, MessageKind.Task)]
    public void What_is_no_message_is_wrapped_and_read(string type, string itemClass, string body, string subject, string? uid, MessageKind kind)
    {
        Item item = MessageFactory.Wrap(new MessageState { ItemClass = itemClass }, type, System.Text.Encoding.UTF8.GetBytes(body));
        Assert.Equal((subject, uid, kind), (item.Subject, item.Key.Uid, Mail.Codec.DecodeMessage(item).Kind));
    }

    [Theory]
    [InlineData("IPM.Note.SMIME", MessageKind.Email)]
    [InlineData("IPM.Notebook", MessageKind.Doc)]
    [InlineData("ipm.schedule.meeting.request", MessageKind.Email)]
    [InlineData("IPM.DistList", MessageKind.Contact)]
    public void A_class_has_a_kind(string itemClass, MessageKind kind) => Assert.Equal(kind, MessageKinds.Of(itemClass));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("")]
    [InlineData("no header\r\nat all")]
    [InlineData("Subject: a\0b\r\nMessage-ID: <\0x\0>\r\n\r\n\0")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\n--\r\n--")]
    [InlineData("Content-Type: application/json\r\n\r\n[1,2")]
    public void Whatever_the_bytes_are_there_is_an_item_without_bad_characters(string mime)
    {
        Item item = Mail.Item(mime);
        Assert.Equal(item.ContentHash, Mail.Codec.Read(item.Content).ContentHash);
        Assert.DoesNotContain(item.Subject + item.Key.Uid, char.IsControl);
        _ = Mail.Codec.DecodeMessage(item);
        Assert.NotNull(Mail.Codec.Decode(item));
    }
}

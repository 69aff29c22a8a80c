using System.Text;
using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Formats.Tests.Messages;
using Restoration.Items;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>Mailboxes in JSON of Microsoft Graph.</summary>
public sealed class GraphMailboxTests
{
    private const string Mail1 = """
        {"id":"AAMk=","internetMessageId":"<1@contoso.com>","subject":"Gr\u00fc\u00dfe","from":{"emailAddress":{"name":"J\u00f6rg, A","address":"joerg@contoso.com"}},
        "toRecipients":[{"emailAddress":{"name":"Bob","address":"bob@contoso.com"}}],"sentDateTime":"2026-11-03T08:00:00Z","receivedDateTime":"2026-11-03T08:00:05Z",
        "isRead":false,"flag":{"flagStatus":"flagged"},"importance":"high","categories":["Red"],"conversationId":"c1","body":{"contentType":"html","content":"<p>Hi</p>"},
        "attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","name":"\u00fc.txt","contentType":"text/plain","contentBytes":"R3I=","isInline":false}]}
        """;

    private const string Event = """{"id":"e","iCalUId":"u1","subject":"Meet","start":{"dateTime":"2026-11-03T09:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-11-03T10:00:00","timeZone":"UTC"}}""";

    public static TheoryData<string, string> Files => new()
    {
        { $"[{Mail1},{Event}]", "a: Grüße|a: Meet" },
        { $$"""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users('a')/mailFolders('Sent%20Items')/messages","value":[{{Mail1}}]}""", "Sent Items: Grüße" },
        { $$"""{"messages":[{{Mail1}}],"events":[{{Event}}],"contacts":[{"id":"c","displayName":"Bob"}],"tasks":[{"id":"t","title":"Do"}],"notes":[{"subject":"Milk"}]}""", "a: Grüße|a: Meet|a: Bob|a: Do|a: Milk" },
        { $$"""{"mailFolders":[{"id":"f1","displayName":"Inbox","messages":[{{Mail1}}],"childFolders":[{"id":"f2","displayName":"Lists","messages":[{{Mail1}}]}]}]}""", "Inbox: Grüße|Inbox/Lists: Grüße" },
        { $$"""{"mailFolders":[{"id":"f1","displayName":"Inbox","childFolderCount":1},{"id":"f2","displayName":"Lists","parentFolderId":"f1"}],"messages":[{{Mail1.Replace("\"id\"", "\"parentFolderId\":\"f2\",\"id\"", StringComparison.Ordinal)}}]}""", "Inbox/Lists: Grüße" },
        { Mail1.ReplaceLineEndings("") + "\n" + Event + "\n", "a: Grüße|a: Meet" },
        { Mail1, "a: Grüße" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_any_shape_is_read(string json, string expected)
    {
        MailboxFile read = MailboxFile.Read(Tree(json));
        Assert.Empty(read.Findings);
        Assert.Equal(expected, string.Join('|', read.Entries.Select(entry => $"{string.Join('/', entry.Folder)}: {entry.Item?.Subject}")));
    }

    [Fact]
    public void A_message_becomes_one_that_every_program_reads()
    {
        Item item = Assert.Single(MailboxFile.Read(Tree(Mail1)).Items);
        Message message = Mail.Codec.DecodeMessage(item);
        Assert.Equal("1@contoso.com", item.Key.Uid);
        Assert.Equal("Jörg, A <joerg@contoso.com>", Assert.Single(message.From).ToString());
        Assert.Equal((false, true, Importance.High, "Hi"), (message.IsRead, message.IsFlagged, message.Importance, message.Body));
        Assert.Equal("ü.txt", Assert.Single(message.Attachments).Name);
        Assert.Equal(["Red"], message.Categories);
        string mime = Encoding.ASCII.GetString(OpenMessage.Open(item).Mime.Span);
        Assert.Contains("X-Restoration-Graph: ", mime, StringComparison.Ordinal);
        Assert.Equal(item.ContentHash, Assert.Single(MailboxFile.Read(Tree(Mail1)).Items).ContentHash);
    }

    [Fact]
    public void A_contact_keeps_its_bytes()
    {
        const string contact = """{ "displayName" : "Bob", "emailAddresses":[{"name":"Bob","address":"bob@contoso.com"}] }""";
        Item item = Assert.Single(MailboxFile.Read(Tree($"{{\"contacts\":[{contact}]}}")).Items);
        Assert.Equal((ItemClasses.Contact, "Bob"), (item.ItemClass, item.Subject));
        Assert.EndsWith("\r\n\r\n" + contact, Encoding.UTF8.GetString(item.Content.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"messages":[{"subject":"1"},{"subj""", 1, FailureCode.ParserError)]
    [InlineData("""{"messages":[{"subject":"1"}]""", 1, FailureCode.ParserError)]
    [InlineData("""{"value":[{"x":1}]}""", 0, FailureCode.ParserError)]
    [InlineData("""[{"mime":"no base64!"}]""", 0, FailureCode.ParserError)]
    [InlineData("""[{"mime":"AAAA","state":"X-Restoration-Item: 1; IPM.Note\r\nX-Restoration-Mime-Size: 9\r\n"}]""", 0, FailureCode.ParserError)]
    [InlineData("""[{"ics":"BEGIN:NOTHING"}]""", 0, FailureCode.ParserError)]
    public void What_is_broken_is_said_and_the_rest_is_read(string json, int items, FailureCode code)
    {
        MailboxFile read = MailboxFile.Read(Tree(json));
        Assert.Equal(items, read.Items.Count);
        Assert.Equal((Severity.Error, code), (Assert.Single(read.Findings).Severity, read.Findings[0].Code));
    }

    private static MemoryTree Tree(string json)
    {
        MemoryTree tree = new();
        tree["a/export.json"] = Encoding.UTF8.GetBytes(json);
        return tree;
    }
}

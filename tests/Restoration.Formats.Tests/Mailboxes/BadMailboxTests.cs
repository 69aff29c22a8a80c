using System.Text;
using Restoration.Failures;
using Restoration.Formats.Tests.Messages;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>Damaged and hostile mailboxes: each costs at most what is damaged, and is named.</summary>
public sealed class BadMailboxTests
{
    private const string From = "From alice@contoso.com Tue Nov  3 09:00:00 2026\n";
    private const string Cut = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n";

    public static TheoryData<string, string, int, Severity?, string> Files => new()
    {
        { "a.mbox", From + Mail.Plain + "\n" + From + Cut, 2, Severity.Warning, "its last boundary is missing" },
        { "a.eml", "no header at all", 1, Severity.Warning, "it has no header" },
        { "cur/1.x", "\nbody", 1, Severity.Warning, "it has no header" },
        { "a.eml", "Subject: x\nno field of a header\n\nbody", 1, Severity.Warning, "its header ends at a line that is no field" },
        { "a.eml", "Subject: x\n\n\0\0", 1, Severity.Warning, "NUL" },
        { "a.eml", "Content-Type: multipart/mixed\n\n--b\n\nx\n--b--\n", 1, Severity.Warning, "the boundary is missing" },
        { "a.eml", Deep(), 1, Severity.Warning, "nested deeper than 32 levels" },
        { "a.vcf", "BEGIN:VCARD\nFN:x\n", 1, Severity.Warning, "cut off" },
        { "a.eml", Mail.Plain, 1, null, "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_damaged_is_kept_and_named(string path, string text, int items, Severity? severity, string what)
    {
        MailboxFile read = MailboxFile.Read(path, text);
        Assert.Equal(items, read.Items.Count);
        Assert.Equal(severity, read.Findings.SingleOrDefault()?.Severity);
        Assert.Contains(what, read.Findings.SingleOrDefault()?.ToString() ?? "", StringComparison.Ordinal);
        Assert.All(read.Findings, finding => Assert.Equal($"tree/{path}", finding.File));
    }

    [Fact]
    public void A_message_that_is_too_large_costs_only_itself_however_long_its_lines_are()
    {
        MemoryTree tree = new();
        tree["a.mbox"] = Encoding.ASCII.GetBytes($"{From}Subject: 1\n\n{new string('x', 3_000_000)}\n\n{From}Subject: 2\n\nbody\n");
        MailboxFile read = MailboxFile.Read(tree, limits: new ReadLimits { ItemSize = 1_000_000 });
        Assert.Equal("2", Assert.Single(read.Items).Subject);
        Assert.Equal((FailureCode.LimitExceeded, 1L), (Assert.Single(read.Findings).Code, read.Findings[0].Line));
    }

    [Fact]
    public void A_file_that_is_said_to_be_mbox_and_is_not_is_an_error_of_that_file()
    {
        MailboxFile read = MailboxFile.Read("a.mbox", Mail.Plain, "mbox");
        Assert.Empty(read.Items);
        Assert.Equal((Severity.Error, FailureCode.InvalidData), (Assert.Single(read.Findings).Severity, read.Findings[0].Code));
    }

    [Fact]
    public void Bytes_before_the_first_message_are_named()
    {
        MailboxFile read = MailboxFile.Read("a.mbox", "garbage\n\n" + From + Mail.Plain, "mbox");
        Assert.Single(read.Items);
        Assert.Equal(FailureCode.ParserError, Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void An_mbox_file_that_ends_in_the_middle_keeps_what_there_is()
        => Assert.Equal(2, MailboxFile.Read("a.mbox", From + Mail.Plain + "\n" + From + "Subj").Items.Count);

    [Fact]
    public void A_mailbox_without_any_mail_is_refused()
        => Assert.Equal(FailureCode.UnsupportedFormat, Assert.Throws<RestorationException>(() => MailboxFile.Read("a.bin", "\u0001\u0002")).Code);

    [Fact]
    public void An_unknown_format_is_refused()
        => Assert.Equal(FailureCode.UnsupportedFormat, Assert.Throws<RestorationException>(() => MailboxFile.Read("a.eml", Mail.Plain, "pst")).Code);

    [Fact]
    public void An_empty_file_is_named_and_the_rest_is_read()
    {
        MemoryTree tree = new();
        tree["a.eml"] = [];
        tree["b.eml"] = Encoding.UTF8.GetBytes(Mail.Plain);
        MailboxFile read = MailboxFile.Read(tree);
        Assert.Single(read.Items);
        Assert.Equal("a.eml", Assert.Single(read.Findings).Item);
    }

    private static string Deep()
    {
        StringBuilder text = new();
        for (int i = 0; i < 1000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        return text.ToString();
    }
}

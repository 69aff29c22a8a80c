using Restoration.Contracts.Support;
using Restoration.Destinations.Trees;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;
using Restoration.Sources.Trees;

namespace Restoration.Tests.Sources;

/// <summary>Where the items of mailboxes in files go, and what is said of those that cannot be read.</summary>
public sealed class MailboxFileSourceTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public MailboxFileSourceTests() => File.WriteAllText(_file, "x");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("", ItemClasses.Note, null, "Inbox")]
    [InlineData("", ItemClasses.Appointment, null, "Calendar")]
    [InlineData("", ItemClasses.Contact, null, "Contacts")]
    [InlineData("", ItemClasses.Task, null, "Tasks")]
    [InlineData("", ItemClasses.StickyNote, null, "Notes")]
    [InlineData("", ItemClasses.Journal, null, "Journal")]
    [InlineData("", ItemClasses.Other, null, "Calendar")]
    [InlineData("Sent|2026", ItemClasses.Note, null, "Sent/2026")]
    [InlineData("Sent|2026", ItemClasses.Note, "Old", "Old/Sent/2026")]
    [InlineData("", ItemClasses.Note, "Old/A", "Old/A")]
    [InlineData("a/b|c\\d|\u0001", ItemClasses.Note, null, "a_b/c_d/_")]
    [InlineData(" x | ", ItemClasses.Note, null, "x/_")]
    public async Task An_item_goes_to_the_folder_that_its_file_names(string folder, string itemClass, string? root, string expected)
    {
        Item item = TextCodec.Make(("Uid", "1")) with { ItemClass = itemClass };
        MailboxEntry entry = new() { Folder = folder.Split('|', StringSplitOptions.RemoveEmptyEntries), Item = item };

        SourceItem read = Assert.Single(await ReadAsync(root, null, entry));

        Assert.Equal($"store:alice@contoso.com/{expected}", read.Origin!.ToString());
    }

    [Fact]
    public async Task What_cannot_be_read_fails_and_what_is_only_remarked_does_not()
    {
        List<Finding> heard = [];
        IReadOnlyList<SourceItem> read = await ReadAsync(
            null,
            new Listener(heard),
            new MailboxEntry { Finding = new Finding(Severity.Error, FailureCode.ParserError, "broken") { Item = "subject" } },
            new MailboxEntry { Finding = new Finding(Severity.Warning, FailureCode.InvalidData, "left out") },
            new MailboxEntry { Item = TextCodec.Make(("Uid", "1")), Finding = new Finding(Severity.Warning, FailureCode.ParserError, "damaged") });

        Assert.Equal([1L, 2L], read.Select(entry => entry.Ordinal));
        Assert.Equal((ItemAction.Fail, FailureCode.ParserError, "subject"), (read[0].Verdict!.Value.Action, read[0].Failure!.Value, read[0].Subject));
        Assert.NotNull(read[1].Item);
        Assert.Equal(["broken", "left out", "damaged"], heard.Select(finding => finding.Message));
    }

    [Fact]
    public async Task The_fingerprint_changes_with_the_file()
    {
        string before = await Source(null, null).GetFingerprintAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_file, "longer");

        Assert.NotEqual(before, await Source(null, null).GetFingerprintAsync(CancellationToken.None));
    }

    [Fact]
    public async Task It_knows_which_ids_it_has()
    {
        MailboxFileSource source = Source(null, null, new MailboxEntry { Item = TextCodec.Make(("Uid", "1")) });

        Assert.Equal(["1"], await source.FindUidsAsync(["1", "2"], CancellationToken.None));
    }

    private async Task<IReadOnlyList<SourceItem>> ReadAsync(string? root, IProgress<Finding>? findings, params MailboxEntry[] entries)
    {
        List<SourceItem> read = [];
        await foreach (SourceItem entry in Source(root, findings, entries).ReadAsync(CancellationToken.None))
        {
            read.Add(entry);
        }

        return read;
    }

    private MailboxFileSource Source(string? root, IProgress<Finding>? findings, params MailboxEntry[] entries) => new(
        [_file],
        Location.OfMailbox("alice@contoso.com", root is null ? null : FolderPath.Parse(root)),
        new Formats(entries),
        new MailboxReadOptions(),
        findings);

    private sealed class Listener(List<Finding> heard) : IProgress<Finding>
    {
        public void Report(Finding value) => heard.Add(value);
    }

    private sealed class Formats(IReadOnlyList<MailboxEntry> entries) : IMailboxFormats
    {
        public IReadOnlyList<string> Names => [];

        public IAsyncEnumerable<MailboxEntry> ReadAsync(IFileTree tree, MailboxReadOptions options, CancellationToken cancellation) => ToAsync(entries);

        public IMailboxWriter OpenWriter(string format, IFileSink sink, MailboxInfo info, string? singleFile) => throw new NotSupportedException();

        public string? FindSingleFile(string format, string path) => null;

        private static async IAsyncEnumerable<MailboxEntry> ToAsync(IReadOnlyList<MailboxEntry> entries)
        {
            foreach (MailboxEntry entry in entries)
            {
                yield return entry;
            }

            await Task.CompletedTask;
        }
    }
}

using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Restoration.Destinations.Trees;
using Restoration.Failures;
using Restoration.Formats.Tests.Messages;
using Restoration.Sources;
using Restoration.Sources.Trees;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>Folders and archives on the disk, friendly and hostile ones.</summary>
public sealed class TreeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("restoration-tree").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("out")]
    [InlineData("out.zip")]
    [InlineData("out.tar.gz")]
    [InlineData("out.tgz")]
    public async Task What_was_written_is_read_again(string name)
    {
        string path = Path.Combine(_folder, name);
        await using (IFileSink sink = FileSinks.Create(path, isSingleFile: false, overwrite: false, Guid.Empty, DateTimeOffset.UnixEpoch))
        {
            sink.CreateFolder("Inbox");
            await using (Stream stream = sink.Create("Inbox/1.eml"))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Mail.Plain));
            }

            await using (Stream stream = sink.Create("restoration.json"))
            {
                await stream.WriteAsync("{}"u8.ToArray());
            }

            Assert.False(Path.Exists(path));
            await sink.CommitAsync(CancellationToken.None);
            Assert.True(sink.Size > 0);
        }

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
        MailboxFile read = await ReadAsync(path);
        Assert.Equal("Inbox", Assert.Single(Assert.Single(read.Entries).Folder));
        Assert.Equal(Mail.Item().ContentHash, read.Items[0].ContentHash);
    }

    [Fact]
    public async Task What_is_not_committed_leaves_nothing_behind()
    {
        foreach (string name in (string[])["out", "out.zip", "out.tgz"])
        {
            IFileSink sink = FileSinks.Create(Path.Combine(_folder, name), isSingleFile: false, overwrite: false, Guid.Empty, DateTimeOffset.UnixEpoch);
            await sink.Create("1.eml").DisposeAsync();
            await sink.DisposeAsync();
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public async Task Only_an_earlier_export_is_replaced_and_only_with_force(bool force, bool isExport, bool isReplaced)
    {
        string path = Path.Combine(_folder, "out");
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(Path.Combine(path, isExport ? "restoration.json" : "precious.txt"), "{}");
        async Task Write()
        {
            await using IFileSink sink = FileSinks.Create(path, isSingleFile: false, force, Guid.Empty, DateTimeOffset.UnixEpoch);
            await sink.Create("new.eml").DisposeAsync();
            await sink.CommitAsync(CancellationToken.None);
        }

        if (isReplaced)
        {
            await Write();
        }
        else
        {
            Assert.Equal(FailureCode.FileExists, (await Assert.ThrowsAsync<RestorationException>(Write)).Code);
        }

        Assert.Equal(isReplaced, File.Exists(Path.Combine(path, "new.eml")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("../evil.eml")]
    [InlineData("a/../../evil.eml")]
    [InlineData("/etc/evil.eml")]
    [InlineData("C:/evil.eml")]
    [InlineData("..\\evil.eml")]
    public async Task A_name_that_leads_out_of_an_archive_is_an_error_and_the_rest_is_read(string name)
    {
        string path = Path.Combine(_folder, "evil.zip");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(archive, name, Mail.Plain);
            Add(archive, "Inbox/good.eml", Mail.Plain);
        }

        MailboxFile read = await ReadAsync(path);
        Assert.Single(read.Items);
        Assert.Equal((Severity.Error, FailureCode.InvalidData), (Assert.Single(read.Findings).Severity, read.Findings[0].Code));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("bomb.zip")]
    [InlineData("bomb.tgz")]
    [InlineData("bomb.mbox.gz")]
    public async Task An_archive_that_expands_like_no_mailbox_is_refused(string name)
    {
        string path = Path.Combine(_folder, name);
        await WriteBombAsync(path);
        Assert.Equal(FailureCode.LimitExceeded, (await Assert.ThrowsAsync<RestorationException>(() => ReadAsync(path))).Code);
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        File.WriteAllText(Path.Combine(_folder, "a.eml"), Mail.Plain);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "circle"), _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "link.eml"), Path.Combine(_folder, "a.eml"));
        MailboxFile read = await ReadAsync(_folder);
        Assert.Single(read.Items);
        Assert.Equal(["circle", "link.eml"], read.Findings.Select(finding => finding.Item));
    }

    [Theory]
    [InlineData("cut.zip", FailureCode.InvalidData)]
    [InlineData("cut.tgz", FailureCode.InvalidData)]
    public async Task An_archive_that_is_cut_off_is_an_error(string name, FailureCode code)
    {
        string path = Path.Combine(_folder, name);
        await using (IFileSink sink = FileSinks.Create(path, isSingleFile: false, overwrite: false, Guid.Empty, DateTimeOffset.UnixEpoch))
        {
            await using (Stream stream = sink.Create("1.eml"))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Mail.Plain + string.Concat(Enumerable.Range(0, 5000).Select(number => $"{number * 7919 % 10007}\n"))));
            }

            await sink.CommitAsync(CancellationToken.None);
        }

        byte[] bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)]);
        RestorationException? failure = await Record.ExceptionAsync(() => ReadAsync(path)) as RestorationException;
        Assert.Equal(code, failure?.Code ?? (await ReadAsync(path)).Findings.First(finding => finding.Severity == Severity.Error).Code);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_said_to_be_missing()
        => Assert.Equal(FailureCode.FileNotFound, (await Assert.ThrowsAsync<RestorationException>(() => ReadAsync(Path.Combine(_folder, "nothing")))).Code);

    private static async Task WriteBombAsync(string path)
    {
        byte[] zeros = new byte[1 << 20];
        await using FileStream file = File.Create(path);
        if (path.EndsWith(".zip", StringComparison.Ordinal))
        {
            using ZipArchive archive = new(file, ZipArchiveMode.Create);
            await using Stream entry = archive.CreateEntry("a.mbox").Open();
            await FillAsync(entry, zeros);
            return;
        }

        await using GZipStream compressed = new(file, CompressionLevel.SmallestSize);
        if (path.EndsWith(".tgz", StringComparison.Ordinal))
        {
            string spool = path + ".spool";
            await using (FileStream content = File.Create(spool))
            {
                await FillAsync(content, zeros);
            }

            await using TarWriter archive = new(compressed);
            await archive.WriteEntryAsync(spool, "a.mbox");
        }
        else
        {
            await compressed.WriteAsync("From a@b.c Tue Nov  3 09:00:00 2026\n"u8.ToArray());
            await FillAsync(compressed, zeros);
        }
    }

    private static async Task FillAsync(Stream stream, byte[] zeros)
    {
        for (int i = 0; i < 150; i++)
        {
            await stream.WriteAsync(zeros);
        }
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using Stream stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static async Task<MailboxFile> ReadAsync(string path)
    {
        List<MailboxEntry> entries = [];
        await using IFileTree tree = await FileTrees.OpenAsync(path, null, CancellationToken.None);
        await foreach (MailboxEntry entry in MailboxFile.Formats.ReadAsync(tree, new MailboxReadOptions(), CancellationToken.None))
        {
            entries.Add(entry);
        }

        return new MailboxFile(entries);
    }
}

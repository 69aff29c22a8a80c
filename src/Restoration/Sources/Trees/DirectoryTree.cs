using System.Globalization;
using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Sources.Trees;

/// <summary>A folder on the disk. Links are not followed: they may lead anywhere, also in a circle.</summary>
internal sealed class DirectoryTree(string root, string shown) : IFileTree
{
    public string Name => shown;

    public bool IsSingleFile => false;

    public string GetFingerprint()
    {
        System.Text.StringBuilder text = new();
        foreach (TreeFile file in Walk(root, ""))
        {
            string stamp = file.Open is null ? "" : File.GetLastWriteTimeUtc(Path.Combine(root, file.Path)).ToString("O", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{file.Path}\n{file.Length} {stamp}\n");
        }

        return ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text.ToString())).ToString();
    }

    public async IAsyncEnumerable<TreeFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (TreeFile file in Walk(root, ""))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return file;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<TreeFile> Walk(string folder, string prefix)
    {
        FileSystemInfo[] entries;
        TreeFile? fault = null;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            entries = [];
            fault = TreeFile.LeftOut(shown, prefix.TrimEnd('/'), Severity.Error, FailureCode.FileAccess, $"cannot be read: {cause.Message}");
        }

        if (fault is not null)
        {
            yield return fault;
        }

        Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (FileSystemInfo entry in entries)
        {
            string path = prefix + entry.Name;
            if (entry.LinkTarget is not null)
            {
                yield return TreeFile.LeftOut(shown, path, Severity.Warning, FailureCode.InvalidData, "is a link; it was not followed.");
            }
            else if (entry is DirectoryInfo)
            {
                foreach (TreeFile file in Walk(entry.FullName, path + "/"))
                {
                    yield return file;
                }
            }
            else
            {
                yield return FileOf((FileInfo)entry, path);
            }
        }
    }

    // A name whose bytes are no text comes with a mark in it, and does not lead back to its file.
    private TreeFile FileOf(FileInfo file, string path) => file.Exists
        ? new TreeFile(path, file.Length) { Open = () => Open(file) }
        : TreeFile.LeftOut(shown, path, Severity.Error, FailureCode.FileAccess, "cannot be opened by its name: the name is no valid text. Rename the file.");

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RestorationException(FailureCode.FileAccess, $"The file '{file.FullName}' cannot be read: {cause.Message}", file.FullName, cause);
        }
    }
}

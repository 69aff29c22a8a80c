using System.Formats.Tar;
using System.Runtime.CompilerServices;
using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>A tar archive, compressed by gzip or not, read from front to back.</summary>
internal sealed class TarTree(string path, string shown) : IFileTree
{
    public string Name => shown;

    public bool IsSingleFile => false;

    public string GetFingerprint() => InputFile.Fingerprint(path);

    public async IAsyncEnumerable<TreeFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long size = new FileInfo(path).Length;
        Stream stream = new GuardedStream(await InputFile.OpenAsync(path, cancellation, shown).ConfigureAwait(false), read => Check(read, size));
        TarReader reader = new(stream);
        await using (reader.ConfigureAwait(false))
        {
            while (await NextAsync(reader, cancellation).ConfigureAwait(false) is { } entry)
            {
                string name = TreePaths.Clean(entry.Name);
                if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes || name.Length == 0)
                {
                    continue;
                }

                yield return TreePaths.FindFault(shown, name) ?? (IsFile(entry)
                    ? new TreeFile(name, entry.Length) { Open = () => entry.DataStream ?? Stream.Null }
                    : TreeFile.LeftOut(shown, name, Severity.Warning, FailureCode.InvalidData, $"is no file but a {entry.EntryType}; it was left out."));
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsFile(TarEntry entry) => entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;

    private async ValueTask<TarEntry?> NextAsync(TarReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.GetNextEntryAsync(copyData: false, cancellation).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw new RestorationException(FailureCode.InvalidData, $"The archive '{shown}' is damaged or cut off. Copy it again; what came before is whole.", shown, cause);
        }
    }

    private void Check(long read, long size)
    {
        if (ExpansionGuard.IsBomb(read, size))
        {
            throw ExpansionGuard.Refuse(shown, null);
        }
    }
}

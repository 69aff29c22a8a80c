using System.Runtime.CompilerServices;

namespace Restoration.Sources.Trees;

/// <summary>One file, compressed or not.</summary>
internal sealed class SingleFileTree(string path, string shown) : IFileTree
{
    public string Name => shown;

    public bool IsSingleFile => true;

    public string GetFingerprint() => InputFile.Fingerprint(path);

    public async IAsyncEnumerable<TreeFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream stream = await InputFile.OpenAsync(path, cancellation, shown).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            long size = new FileInfo(path).Length;
            yield return new TreeFile(Path.GetFileName(shown), size)
            {
                Open = () => stream is FileStream ? stream : new GuardedStream(stream, read => Check(read, size)),
            };
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Check(long read, long size)
    {
        if (ExpansionGuard.IsBomb(read, size))
        {
            throw ExpansionGuard.Refuse(shown, null);
        }
    }
}

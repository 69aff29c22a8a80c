using Restoration.Destinations.Trees;
using Restoration.Sources.Trees;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>Files in memory, to write to and to read from.</summary>
internal sealed class MemoryTree(string name = "tree") : IFileTree, IFileSink
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public string Name => name;

    public bool IsSingleFile { get; init; }

    public long Size => _files.Values.Sum(file => file.Length);

    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    public byte[] this[string path]
    {
        get => _files[path];
        set => _files[path] = value;
    }

    public string GetFingerprint() => "";

    public async IAsyncEnumerable<TreeFile> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string path in Paths)
        {
            yield return new TreeFile(path, _files[path].Length) { Open = () => new MemoryStream(_files[path]) };
        }

        await Task.CompletedTask;
    }

    public Stream Create(string path) => new Spool(bytes => _files.Add(path, bytes));

    public void CreateFolder(string path)
    {
    }

    public ValueTask CommitAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Spool(Action<byte[]> done) : MemoryStream
    {
        private bool _isDone;

        protected override void Dispose(bool disposing)
        {
            if (!_isDone)
            {
                _isDone = true;
                done(ToArray());
            }

            base.Dispose(disposing);
        }
    }
}

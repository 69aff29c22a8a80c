using Restoration.Failures;

namespace Restoration.Destinations.Trees;

/// <summary>
/// A folder that appears whole or not at all: written beside its place, then renamed. With force it takes the place of an earlier
/// export, which a file in it marks, and of nothing else.
/// </summary>
internal sealed class DirectorySink : IFileSink
{
    /// <summary>The file that says that a folder is an export.</summary>
    public const string Marker = "restoration.json";

    private readonly string _path;
    private readonly string _temporary;
    private bool _committed;

    /// <summary>Begins a folder.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.FileExists"/> or <see cref="FailureCode.FileAccess"/>.</exception>
    public DirectorySink(string path, bool overwrite, Guid unique)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any() && !(overwrite && File.Exists(Path.Combine(_path, Marker)))))
        {
            string remedy = overwrite ? "Only an earlier export is replaced, and this is none. Name another place." : "Name another one, or say that it may be replaced.";
            throw new RestorationException(FailureCode.FileExists, $"'{path}' exists and is not empty. {remedy}", path);
        }

        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{unique:N}.tmp");
        AtomicFile.Guard(path, () => Directory.Exists(Path.GetDirectoryName(_path)) ? Directory.CreateDirectory(_temporary) : throw new DirectoryNotFoundException());
    }

    public long Size { get; private set; }

    public Stream Create(string path)
    {
        string file = Path.Combine(_temporary, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return AtomicFile.Guard(file, () => new CountedStream(new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), written => Size += written, stream => stream.Dispose()));
    }

    public void CreateFolder(string path) => AtomicFile.Guard(path, () => Directory.CreateDirectory(Path.Combine(_temporary, path)));

    public ValueTask CommitAsync(CancellationToken cancellation) => AtomicFile.Guard(_path, () =>
    {
        string? replaced = null;
        if (Directory.Exists(_path))
        {
            replaced = _temporary + ".old";
            Directory.Move(_path, replaced);
        }

        Directory.Move(_temporary, _path);
        _committed = true;
        if (replaced is not null)
        {
            Directory.Delete(replaced, recursive: true);
        }

        return ValueTask.CompletedTask;
    });

    public ValueTask DisposeAsync()
    {
        if (!_committed && Directory.Exists(_temporary))
        {
            Directory.Delete(_temporary, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}

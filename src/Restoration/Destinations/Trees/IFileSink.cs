namespace Restoration.Destinations.Trees;

/// <summary>Takes files by their paths, one after the other: a folder, an archive, or one file. All of it appears at once, or nothing.</summary>
public interface IFileSink : IAsyncDisposable
{
    /// <summary>Begins a file; the one before it has been closed. The path has slashes, and only names that are safe.</summary>
    Stream Create(string path);

    /// <summary>Makes a folder, also if nothing comes into it.</summary>
    void CreateFolder(string path);

    /// <summary>The bytes that were written so far; of an archive, after compression.</summary>
    long Size { get; }

    /// <summary>Puts everything in its place.</summary>
    ValueTask CommitAsync(CancellationToken cancellation);
}

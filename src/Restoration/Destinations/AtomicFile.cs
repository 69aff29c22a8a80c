using Restoration.Failures;

namespace Restoration.Destinations;

/// <summary>
/// A file that appears whole or not at all: written beside its place, flushed to the disk, then renamed.
/// What is not committed leaves nothing behind.
/// </summary>
public sealed class AtomicFile : IAsyncDisposable
{
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int DiskFullOnUnix = 28;

    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _overwrite;
    private bool _committed;

    private AtomicFile(string path, string temporary, bool overwrite, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        _overwrite = overwrite;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="overwrite">Whether it may take the place of another file.</param>
    /// <param name="unique">What makes the name of the temporary file its own.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.FileExists"/> or <see cref="FailureCode.FileAccess"/>.</exception>
    public static AtomicFile Create(string path, bool overwrite, Guid unique)
    {
        string full = Path.GetFullPath(path);
        if (!overwrite && File.Exists(full))
        {
            throw Exists(path);
        }

        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{unique:N}.tmp");
        return Guard(path, () => new AtomicFile(
            full, temporary, overwrite, new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16)));
    }

    /// <summary>Puts the file in its place.</summary>
    public async ValueTask CommitAsync(CancellationToken cancellation)
    {
        await Guard(_path, async () =>
        {
            await Stream.FlushAsync(cancellation).ConfigureAwait(false);
            FlushToDisk();
            await Stream.DisposeAsync().ConfigureAwait(false);
            File.Move(_temporary, _path, _overwrite);
        }).ConfigureAwait(false);
        _committed = true;
    }

    /// <summary>Removes what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_committed)
        {
            _committed = true;
            try
            {
                await Guard(_path, Stream.DisposeAsync).ConfigureAwait(false);
            }
            finally
            {
                File.Delete(_temporary);
            }
        }
    }

    /// <summary>Does something with a file, and says of whatever goes wrong what it means.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentOutOfRangeException)
        {
            throw Translate(path, cause);
        }
    }

    /// <inheritdoc cref="Guard{T}(string, Func{T})"/>
    public static async ValueTask Guard(string path, Func<ValueTask> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentOutOfRangeException)
        {
            throw Translate(path, cause);
        }
    }

    private void FlushToDisk() => Stream.Flush(flushToDisk: true);

    private static RestorationException Translate(string path, Exception cause) => cause switch
    {
        IOException { HResult: DiskFullOnWindows or DiskFullOnUnix } =>
            new RestorationException(FailureCode.DiskFull, $"The disk is full; '{path}' was not written. Make room and run it again.", path, cause),
        // What .NET makes of a file that is larger than the file system, or the user's limit, allows.
        ArgumentOutOfRangeException =>
            new RestorationException(FailureCode.DiskFull, $"'{path}' was not written: it is too large for the disk that it goes to. Name another place.", path, cause),
        _ when Directory.Exists(path) => new RestorationException(FailureCode.FileAccess, $"'{path}' is a folder. Name a file in it.", path, cause),
        IOException when File.Exists(path) && cause.Message.Contains("exist", StringComparison.OrdinalIgnoreCase) => Exists(path),
        DirectoryNotFoundException => new RestorationException(
            FailureCode.FileAccess, $"'{path}' cannot be written: its folder does not exist. Make it, or name another.", path, cause),
        _ => new RestorationException(FailureCode.FileAccess, $"'{path}' cannot be written: {cause.Message}", path, cause),
    };

    private static RestorationException Exists(string path)
        => new(FailureCode.FileExists, $"The file '{path}' exists. Name another one, or say that it may be overwritten.", path);
}

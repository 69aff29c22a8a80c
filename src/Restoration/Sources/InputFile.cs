using System.Globalization;
using Restoration.Failures;

namespace Restoration.Sources;

/// <summary>Opens files for reading, compressed or not, and says clearly why one cannot be opened.</summary>
public static class InputFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>Opens a file; what gzip compressed is decompressed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="shown">What messages call the file; null for its path.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileNotFound"/>, <see cref="FailureCode.FileAccess"/>, or <see cref="FailureCode.InvalidData"/> for an empty file.
    /// </exception>
    public static async ValueTask<Stream> OpenAsync(string path, CancellationToken cancellation, string? shown = null)
    {
        FileStream file = Open(path);
        string name = shown ?? path;
        try
        {
            byte[] head = new byte[2];
            int length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            if (length == 0)
            {
                throw new RestorationException(FailureCode.InvalidData, $"'{name}' is empty. Export it again, or name another one.", name);
            }

            file.Position = 0;
            return head is [0x1f, 0x8b] ? new GZipInput(file) : file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The first bytes of a file, decompressed.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadHeadAsync(string path, int length, CancellationToken cancellation, string? shown = null)
    {
        string name = shown ?? path;
        Stream stream = await OpenAsync(path, cancellation, shown).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            byte[] head = new byte[length];
            try
            {
                int read = await stream.ReadAtLeastAsync(head, length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                return head.AsMemory(0, read);
            }
            catch (InvalidDataException cause)
            {
                throw new RestorationException(FailureCode.InvalidData, $"The compressed file '{name}' is damaged. Copy it again.", name, cause);
            }
        }
    }

    /// <summary>A text that changes when the file does.</summary>
    public static string Fingerprint(string path)
    {
        FileInfo file = new(path);
        return file.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc:O}")
            : throw NotFound(path, null);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.SequentialScan | FileOptions.Asynchronous);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotFound(path, cause);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException or NotSupportedException or ArgumentException)
        {
            string reason = Directory.Exists(path) ? "it is a folder" : cause.Message;
            throw new RestorationException(FailureCode.FileAccess, $"The file '{path}' cannot be read: {reason}", path, cause);
        }
    }

    private static RestorationException NotFound(string path, Exception? cause)
        => new(FailureCode.FileNotFound, $"There is no file '{path}'. The path is taken from the current folder unless it begins at a root.", path, cause);
}

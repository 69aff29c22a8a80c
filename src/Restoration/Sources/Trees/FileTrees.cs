using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>Opens whatever holds files: a folder, an archive by its content, or the file itself.</summary>
public static class FileTrees
{
    // Where a tar archive says what it is (POSIX ustar).
    private const int TarMagicOffset = 257;
    private const int HeadLength = 512;

    /// <summary>Opens it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="shown">What messages call it; null for its path.</param>
    /// <param name="cancellation">Stops the look at it.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileNotFound"/>, <see cref="FailureCode.FileAccess"/>, <see cref="FailureCode.InvalidData"/>, <see cref="FailureCode.LimitExceeded"/>.
    /// </exception>
    public static async ValueTask<IFileTree> OpenAsync(string path, string? shown, CancellationToken cancellation)
    {
        string name = shown ?? path;
        if (Directory.Exists(path))
        {
            return new DirectoryTree(path, name);
        }

        ReadOnlyMemory<byte> head = await InputFile.ReadHeadAsync(path, HeadLength, cancellation, shown).ConfigureAwait(false);
        return head.Span switch
        {
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => new ZipTree(path, name),
            { Length: > TarMagicOffset + 5 } text when text[TarMagicOffset..].StartsWith("ustar"u8) => new TarTree(path, name),
            _ => new SingleFileTree(path, name),
        };
    }
}

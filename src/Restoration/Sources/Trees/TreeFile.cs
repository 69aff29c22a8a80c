using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>A file of a tree, or why one cannot be read.</summary>
/// <param name="Path">The path below the top, with slashes.</param>
/// <param name="Length">The size in bytes, as the tree says.</param>
public sealed record TreeFile(string Path, long Length)
{
    /// <summary>Opens the file; null if it cannot be read, which <see cref="Finding"/> says more of.</summary>
    public Func<Stream>? Open { get; init; }

    /// <summary>Why the file cannot be read.</summary>
    public Finding? Finding { get; init; }

    /// <summary>A file that is left out.</summary>
    public static TreeFile LeftOut(string tree, string path, Severity severity, FailureCode code, string why) => new(path, 0)
    {
        Finding = new Finding(severity, code, $"'{path}' {why}") { File = tree, Item = path },
    };
}

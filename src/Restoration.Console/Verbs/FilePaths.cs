using Restoration.Failures;

namespace Restoration.Console.Verbs;

/// <summary>Paths of the command line as full paths: requests and the audit trail outlive the folder that they were named from.</summary>
internal static class FilePaths
{
    /// <summary>The full path.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: the text is empty.</exception>
    public static string Full(string path) => string.IsNullOrWhiteSpace(path)
        ? throw new RestorationException(FailureCode.InvalidArgument, "A path is empty. Name a file.")
        : Path.GetFullPath(path);

    /// <summary>The full paths of files to read; * and ? are wildcards where no shell has seen to them. None if none were given.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.FileNotFound"/>: no file fits a wildcard.</exception>
    public static string[] Find(IEnumerable<string>? paths) => [.. (paths ?? []).SelectMany(Find)];

    private static IEnumerable<string> Find(string path)
    {
        string full = Full(path);
        string name = Path.GetFileName(full);
        if (System.IO.File.Exists(full) || !name.AsSpan().ContainsAny('*', '?'))
        {
            return [full];
        }

        string folder = Path.GetDirectoryName(full)!;
        string[] found = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, name).Order(StringComparer.Ordinal)] : [];
        return found.Length > 0 ? found : throw new RestorationException(FailureCode.FileNotFound, $"No file fits '{path}'.", path);
    }
}

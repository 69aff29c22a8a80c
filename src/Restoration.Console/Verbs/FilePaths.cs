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

    /// <summary>The full paths; none if none were given.</summary>
    public static string[] Full(string[]? paths) => [.. (paths ?? []).Select(Full)];
}

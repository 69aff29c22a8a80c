using Restoration.Failures;
using Restoration.Policies;

namespace Restoration.Sources;

/// <summary>The files that paths mean, wildcards in the last name included.</summary>
public static class InputPaths
{
    /// <summary>The files by their full paths, each once: those of a pattern in the order of their names.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileNotFound"/>: no file fits; <see cref="FailureCode.InvalidArgument"/>: a path is empty, or none is given.
    /// </exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return patterns.Count == 0
            ? throw new RestorationException(FailureCode.InvalidArgument, "No file is named to restore from.")
            : [.. patterns.SelectMany(Find).Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Find(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern))
        {
            throw new RestorationException(FailureCode.InvalidArgument, "A path is empty. Name a file.");
        }

        string full = Path.GetFullPath(pattern);
        string name = Path.GetFileName(full);
        string folder = Path.GetDirectoryName(full) ?? full;

        // A file may have a wildcard for a name where the file system allows it.
        if (!Wildcard.HasWildcard(name) || File.Exists(full))
        {
            return File.Exists(full) ? [full] : throw NotFound(pattern, $"There is no file '{full}'.");
        }

        string[] found = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(file => Wildcard.IsMatch(name, Path.GetFileName(file))).Order(StringComparer.Ordinal)]
            : [];
        return found.Length > 0 ? found : throw NotFound(pattern, $"No file fits '{full}'.");
    }

    private static RestorationException NotFound(string pattern, string what) => new(
        FailureCode.FileNotFound, $"{what} The path is taken from the current folder unless it begins at a root.", pattern);
}

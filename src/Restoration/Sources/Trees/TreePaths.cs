using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>Names of files in archives, which anybody may have written.</summary>
internal static class TreePaths
{
    /// <summary>The name with slashes, and without a dot at its beginning.</summary>
    public static string Clean(string name)
    {
        string path = name.Replace('\\', '/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    /// <summary>Why a name cannot be that of a file in the archive; null if it can.</summary>
    public static TreeFile? FindFault(string tree, string path)
    {
        string[] names = path.Split('/');
        bool leadsOut = path.StartsWith('/') || names.Contains("..", StringComparer.Ordinal) || (path.Length > 1 && path[1] == ':');
        return leadsOut
            ? TreeFile.LeftOut(tree, Shown(path), Severity.Error, FailureCode.InvalidData, "leads out of the archive; it was left out. Such a name is an attack or an accident: look where the archive comes from.")
            : path.Any(char.IsControl)
                ? TreeFile.LeftOut(tree, Shown(path), Severity.Error, FailureCode.InvalidData, "has a control character in its name; it was left out.")
                : null;
    }

    private static string Shown(string path) => string.Concat(path.Select(character => char.IsControl(character) ? '?' : character));
}

using System.IO.Enumeration;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Sources;

namespace Restoration.Files;

/// <summary>
/// Lays out which file becomes which: a file becomes a file; what a wildcard names, or a folder with everything below it, goes into
/// a folder, where it keeps its place and its name with the ending of the new format.
/// </summary>
public sealed class ConversionPlan(FormatCatalog formats)
{
    private const string Compressed = ".gz";

    /// <summary>The files to read and to write, in the order of their names.</summary>
    /// <param name="source">A file, a folder, or a name with the wildcards * and ?.</param>
    /// <param name="target">A file or a folder. A folder is made if it is missing.</param>
    /// <param name="to">The format to write; null if the target's name says it.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileNotFound"/> if there is nothing to convert; <see cref="FailureCode.InvalidArgument"/> if nothing says the format.
    /// </exception>
    public IReadOnlyList<PlannedConversion> Make(string source, string target, string? to)
    {
        bool isFolder = Directory.Exists(source);
        bool isPattern = !isFolder && !File.Exists(source) && Path.GetFileName(source).AsSpan().ContainsAny('*', '?');
        if (!isFolder && !isPattern)
        {
            return [new PlannedConversion(source, IsFolder(target) ? In(target, Path.GetFileName(source), to) : target)];
        }

        string root = isFolder ? source : Path.GetDirectoryName(Path.GetFullPath(source))!;
        IReadOnlyList<string> files = AtomicFile.Guard(source, () => Find(root, isFolder ? "*" : Path.GetFileName(source), isFolder));
        return files.Count > 0
            ? [.. files.Select(file => new PlannedConversion(file, In(target, Path.GetRelativePath(root, file), to)))]
            : throw new RestorationException(FailureCode.FileNotFound, $"There is no file to convert in '{source}'.", source);
    }

    private static bool IsFolder(string target)
        => Directory.Exists(target) || target.EndsWith(Path.DirectorySeparatorChar) || target.EndsWith(Path.AltDirectorySeparatorChar);

    private static IReadOnlyList<string> Find(string root, string pattern, bool isDeep) =>
    [
        .. new FileSystemEnumerable<string>(
            root,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = isDeep, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName),
        }.Order(StringComparer.Ordinal),
    ];

    // The folder of a file that is to be written exists when it is written.
    private string In(string folder, string name, string? to)
    {
        string format = to ?? throw new RestorationException(
            FailureCode.InvalidArgument, $"'{folder}' is a folder, so nothing says which format to write. Name the format: {string.Join(", ", formats.Names)}.", folder);
        string path = Path.Combine(folder, WithoutEnding(name) + formats.Get(format).Endings[0]);
        AtomicFile.Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!));
        return path;
    }

    private static string WithoutEnding(string name)
    {
        string plain = name.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? name[..^Compressed.Length] : name;
        string ending = Path.GetExtension(plain);
        return ending.Length > 0 && ending.Length < plain.Length ? plain[..^ending.Length] : plain;
    }

}

/// <summary>A file that is to become another.</summary>
/// <param name="Source">The file to read.</param>
/// <param name="Target">The file to write.</param>
public sealed record PlannedConversion(string Source, string Target);

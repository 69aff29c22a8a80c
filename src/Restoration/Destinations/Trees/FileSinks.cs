namespace Restoration.Destinations.Trees;

/// <summary>Tells from a path what is to be written there.</summary>
public static class FileSinks
{
    /// <summary>Begins an archive for <c>.zip</c>, <c>.tar.gz</c> and <c>.tgz</c>, one file where all goes into one, and a folder else.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isSingleFile">Whether all goes into one file.</param>
    /// <param name="overwrite">Whether it may take the place of an earlier one.</param>
    /// <param name="unique">What makes the name of what is written beside it its own.</param>
    /// <param name="writtenAt">The moment, for archives that keep it.</param>
    public static IFileSink Create(string path, bool isSingleFile, bool overwrite, Guid unique, DateTimeOffset writtenAt) => true switch
    {
        _ when Ends(path, ".zip") => new ZipSink(path, overwrite, unique),
        _ when Ends(path, ".tar.gz") || Ends(path, ".tgz") => new TarSink(path, overwrite, unique, writtenAt),
        _ when isSingleFile => new FileSink(path, overwrite, unique),
        _ => new DirectorySink(path, overwrite, unique),
    };

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}

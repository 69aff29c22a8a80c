using System.Management.Automation;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.PowerShell.Parameters;

/// <summary>Finds the files that paths of PowerShell mean: drives, the current location of the runspace, wildcards.</summary>
internal static class FilePaths
{
    /// <summary>The files to read; a pattern that fits none is an error.</summary>
    public static IReadOnlyList<string> Existing(PSCmdlet cmdlet, IEnumerable<string>? paths)
        => [.. (paths ?? []).SelectMany(path => Find(cmdlet, path))];

    /// <summary>The files to read, by names that hold no wildcards.</summary>
    public static IReadOnlyList<string> Literal(PSCmdlet cmdlet, IEnumerable<string>? paths)
        => [.. (paths ?? []).Select(path => Literal(cmdlet, path))];

    /// <summary>The file of this name, whether it exists or not.</summary>
    public static string Literal(PSCmdlet cmdlet, string path)
    {
        (string found, ProviderInfo provider) = Resolve(
            path, () => (cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _), provider));
        return provider.ImplementingType == typeof(Microsoft.PowerShell.Commands.FileSystemProvider) ? found : throw NoFile(path);
    }

    /// <summary>The file to write: the one that a pattern fits, or the one of this name.</summary>
    public static string New(PSCmdlet cmdlet, string? path, string? literalPath)
    {
        if (literalPath is not null || !WildcardPattern.ContainsWildcardCharacters(path))
        {
            return Literal(cmdlet, literalPath ?? WildcardPattern.Unescape(path!));
        }

        return Find(cmdlet, path!) is [var only]
            ? only
            : throw new RestorationException(FailureCode.Ambiguous, $"'{path}' fits more than one file. Name the one to write.", path);
    }

    /// <summary>The folder that the runspace is in, whatever folder the process is in.</summary>
    public static string CurrentFolder(PSCmdlet cmdlet) => cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>A location to restore to or from; that of a file by its full path.</summary>
    public static Location Place(PSCmdlet cmdlet, string text)
    {
        Location location = Location.Parse(text);
        return location.Kind == LocationKind.File ? Location.OfFile(Literal(cmdlet, location.Target!)) : location;
    }

    private static IReadOnlyList<string> Find(PSCmdlet cmdlet, string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [Literal(cmdlet, WildcardPattern.Unescape(path))];
        }

        (IReadOnlyList<string> found, ProviderInfo provider) = Resolve(
            path, () => (cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider), provider));
        return provider.ImplementingType != typeof(Microsoft.PowerShell.Commands.FileSystemProvider)
            ? throw NoFile(path)
            : found.Count > 0
                ? found
                : throw new RestorationException(FailureCode.FileNotFound, $"No file fits '{path}'.", path);
    }

    // A drive or a folder that is not there is PowerShell's own error, and would end the pipeline.
    private static T Resolve<T>(string path, Func<T> resolve)
    {
        try
        {
            return resolve();
        }
        catch (SessionStateException problem)
        {
            throw new RestorationException(FailureCode.FileNotFound, problem.Message, path, problem);
        }
    }

    private static RestorationException NoFile(string path)
        => new(FailureCode.InvalidArgument, $"'{path}' is no path of the file system.", path);
}

using System.Reflection;

namespace Restoration.Module.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>The names of the files of a folder that fit, without their endings, in order.</summary>
    public static IReadOnlyList<string> Names(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), pattern)
            .Select(file => Path.GetFileName(file)[..^(pattern.Length - 1)])
            .Order(StringComparer.Ordinal),
    ];

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

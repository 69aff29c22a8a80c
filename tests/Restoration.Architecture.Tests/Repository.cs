using System.Reflection;

namespace Restoration.Architecture.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The files of the assemblies of src/, as the build made them.</summary>
    public static IReadOnlyList<string> Assemblies { get; } = Metadata("CheckedAssemblies").Split('|');

    /// <summary>The C# files below a folder, without what the build makes.</summary>
    public static IEnumerable<string> CodeFiles(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
        where !parts.Contains("bin") && !parts.Contains("obj")
        select file;

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

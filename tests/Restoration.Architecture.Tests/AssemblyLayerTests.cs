using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Restoration.Architecture.Tests;

/// <summary>Heads know the composition root, it knows the adapters, and all know the core, which knows nobody.</summary>
public sealed class AssemblyLayerTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Restoration"] = [],
        ["Restoration.Formats"] = ["Restoration", "NodaTime"],
        ["Restoration.Storage"] = ["Restoration", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.batteries_v2", "Npgsql"],
        ["Restoration.Hosting"] = ["Restoration", "Restoration.Formats", "Restoration.Storage"],
        ["Restoration.PowerShell"] = ["Restoration", "Restoration.Hosting", "System.Management.Automation"],
        ["Restoration.Loader"] = [],
        ["Restoration.Console"] = ["Restoration", "Restoration.Hosting", "System.CommandLine"],
    };

    public static TheoryData<string> Assemblies => [.. Repository.Assemblies];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_knows_only_those_below_it(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        Assert.True(Allowed.TryGetValue(name, out string[]? allowed), $"{name} has no line in the table of layers.");
        Assert.Empty(References(path).Where(reference => !IsFramework(reference)).Except(allowed));
    }

    [Fact]
    public void Every_line_of_the_table_is_an_assembly() =>
        Assert.Equal(Allowed.Keys.Order(), Repository.Assemblies.Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives"
        || (name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System.Management.Automation" or "System.CommandLine"));

    private static List<string> References(string path)
    {
        using FileStream file = File.OpenRead(path);
        using PEReader reader = new(file);
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}

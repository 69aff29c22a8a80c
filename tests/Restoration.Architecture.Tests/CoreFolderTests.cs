using System.Text.RegularExpressions;

namespace Restoration.Architecture.Tests;

/// <summary>
/// Inside the core, values know only values, what decides knows no store, and nobody knows the services above. A folder is a namespace:
/// what a file uses is what its lines name.
/// </summary>
public sealed partial class CoreFolderTests
{
    private const string Core = "src/Restoration";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Failures"] = [],
        ["Items"] = ["Failures"],
        ["Policies"] = ["Failures", "Items"],
        ["Planning"] = ["Failures", "Items", "Policies", "Sources", "Destinations"],
    };

    /// <summary>Services: what other folders must not lean on, and who may.</summary>
    private static readonly Dictionary<string, string[]> OnlyUsedBy = new(StringComparer.Ordinal)
    {
        ["Losses"] = ["Requests", "Configurations"],
        ["Planning"] = ["Execution", "Requests", "Losses"],
    };

    public static TheoryData<string> PureFolders => [.. Allowed.Keys];

    public static TheoryData<string> Services => [.. OnlyUsedBy.Keys];

    [Theory]
    [MemberData(nameof(PureFolders))]
    public void What_is_pure_knows_only_what_is_pure(string folder) =>
        Assert.DoesNotContain(Uses(folder), use => !Allowed[folder].Contains(use.Folder));

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_is_used_from_above_only(string service) =>
        Assert.DoesNotContain(Folders().Except([service, .. OnlyUsedBy[service]]).SelectMany(Uses), use => use.Folder == service);

    [Fact]
    public void A_namespace_is_its_folder()
    {
        string root = Path.Combine(Repository.Root, Core);
        foreach (string file in Repository.CodeFiles(Core).Where(file => !Path.GetFileName(file).StartsWith("Assembly", StringComparison.Ordinal)))
        {
            string expected = string.Join('.', ["Restoration", .. Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar).Where(part => part != ".")]);
            Assert.Contains($"namespace {expected};", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Folders() =>
        from folder in Directory.GetDirectories(Path.Combine(Repository.Root, Core))
        let name = Path.GetFileName(folder)
        where name is not ("bin" or "obj")
        select name;

    private static IEnumerable<(string Folder, string File)> Uses(string folder)
    {
        string[] others = [.. Folders().Where(other => other != folder)];
        return
            from file in Repository.CodeFiles(Path.Combine(Core, folder))
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from Match match in FolderName().Matches(line)
            let named = match.Groups["folder"].Value
            where others.Contains(named)
            select (named, $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}");
    }

    /// <summary>A using of a folder, or a name of a type through its folder: <c>Requests.RestoreRequest</c>.</summary>
    [GeneratedRegex(@"using (?:static )?Restoration\.(?<folder>\w+)|(?<![\w.""])(?<folder>[A-Z]\w+)\.(?=[A-Z]\w*(?:[ ?>)(,\[]|$))")]
    private static partial Regex FolderName();
}

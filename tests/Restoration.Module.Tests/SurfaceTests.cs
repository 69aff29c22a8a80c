using System.Text.RegularExpressions;
using Restoration.Module.Tests.Metadata;

namespace Restoration.Module.Tests;

/// <summary>What there is, is said everywhere: manifest, help and tests name the same cmdlets.</summary>
public sealed partial class SurfaceTests
{
    private static readonly string Manifest = File.ReadAllText(Checkout.PathOf("Restoration.psd1"));
    private static readonly string[] Names = [.. CmdletMetadata.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_manifest_exports_every_cmdlet_and_nothing_else()
    {
        Assert.Equal(Names, Quoted().Matches(List("CmdletsToExport")).Select(match => match.Groups[1].Value));
        Assert.All(["FunctionsToExport", "VariablesToExport", "AliasesToExport"], key => Assert.Empty(List(key).Trim()));
        Assert.DoesNotContain("'*'", Manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cmdlet_has_a_page_of_help() =>
        Assert.Equal(Names, Checkout.Names("docs/help", "*.md").Where(name => !name.StartsWith("about_", StringComparison.Ordinal)));

    [Fact]
    public void Every_cmdlet_has_a_file_of_tests() =>
        Assert.Equal(Names, Checkout.Names("tests/Module", "*.Tests.ps1").Where(name => name.Contains('-', StringComparison.Ordinal)));

    [Fact]
    public void The_version_is_said_once() => Assert.All(
        Directory.EnumerateFiles(Checkout.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Append(Checkout.PathOf("module/Restoration.psm1")),
        file => Assert.DoesNotMatch(@"<\w*Version>|\d+\.\d+\.\d+", File.ReadAllText(file)));

    private static string List(string key) => Regex.Match(Manifest, $@"{key}\s*=\s*@\(([^)]*)\)").Groups[1].Value;

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}

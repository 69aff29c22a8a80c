using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Restoration.Module.Tests.Running;

/// <summary>
/// The cmdlets on a real PowerShell: those of the checkout by the whole Pester suite, and the packed module by its layout, by what
/// concerns its import, and by the story.
/// </summary>
public sealed partial class PesterTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    [Fact]
    public Task The_cmdlets_pass_their_suite() => TestAsync(null);

    [Fact]
    public async Task The_packed_module_holds_what_ships_and_works()
    {
        string folder = Directory.CreateTempSubdirectory("restoration-pack-").FullName;
        try
        {
            (int? exitCode, string log) = await PowerShellHost.RunAsync(
                "dotnet",
                ["msbuild", Checkout.PathOf("src/Restoration.PowerShell"), "-t:PackModule", "-v:q", "-nologo", "-p:NoBuild=true", "-p:BuildProjectReferences=false",
                    $"-p:Configuration={Checkout.Configuration}", $"-p:PackageFolder={folder}/"],
                Patience);
            Assert.True(exitCode == 0, log);

            string packed = Directory.EnumerateDirectories(Path.Combine(folder, "Restoration")).Single();
            string[] files = [.. Directory.EnumerateFiles(packed, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(packed, file).Replace('\\', '/'))];
            Assert.Superset(Needed.ToHashSet(StringComparer.Ordinal), files.ToHashSet(StringComparer.Ordinal));
            Assert.All(files.Except(Needed), file => Assert.Matches(Allowed(), file));
            await TestAsync(Path.Combine(packed, "Restoration.psd1"), "Module.Tests.ps1", "Story.Tests.ps1");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static readonly string[] Needed =
    [
        "CHANGELOG.md", "LICENSE", "Restoration.psd1", "en-US/Restoration.PowerShell.dll-Help.xml", "en-US/about_Restoration.help.txt", "en-US/about_RestorationConfiguration.help.txt", "en-US/about_RestoreRequest.help.txt",
        "module/Restoration.Format.ps1xml", "module/Restoration.Types.ps1xml", "module/Restoration.psm1",
        "module/bin/Restoration.Loader.dll", "module/bin/Restoration.dll",
        "module/bin/isolated/Restoration.PowerShell.deps.json", "module/bin/isolated/Restoration.PowerShell.dll",
        "module/bin/isolated/Restoration.Hosting.dll", "module/bin/isolated/Restoration.Formats.dll", "module/bin/isolated/Restoration.Storage.dll",
    ];

    private async Task TestAsync(string? module, params string[] files)
    {
        if (await PowerShellHost.Found.Value is not { } host)
        {
            Assert.False(PowerShellHost.IsRequired, "RESTORATION_REQUIRE asks for pwsh, and there is none with Pester 5.5.");
            output.WriteLine("*** THE CMDLETS WERE NOT RUN: there is no pwsh 7.4 with Pester 5.5 on this machine. ***");
            return;
        }

        output.WriteLine(host);
        string[] arguments = ["-NoProfile", "-NonInteractive", "-File", Checkout.PathOf("tests/Module/Invoke-Tests.ps1"), .. files.Select(file => Checkout.PathOf($"tests/Module/{file}"))];
        (int? exitCode, string log) = await PowerShellHost.RunAsync("pwsh", arguments, Patience, module);
        output.WriteLine(log);
        Assert.True(exitCode is not null, $"The suite had not ended after {Patience.TotalMinutes} minutes, and was ended.\n{log}");
        Assert.True(exitCode == 0, string.Join('\n', Failures(log)));
    }

    // A failed test is a line with its name, and what was expected below it. Nothing failed by name: the last lines say more.
    private static string[] Failures(string log)
    {
        string[] lines = [.. Escape().Replace(log, "").Split('\n').Where(line => !line.StartsWith("What if:", StringComparison.Ordinal) && !line.StartsWith("[+]", StringComparison.Ordinal))];
        return lines.Length > 400 ? lines[^400..] : lines;
    }

    [GeneratedRegex(@"^module/bin/isolated/([\w.]+\.dll|runtimes/[\w.-]+/native/\w+\.(dll|so|dylib|a))$")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escape();
}

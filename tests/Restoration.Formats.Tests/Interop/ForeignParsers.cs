using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Restoration.Formats.Tests.Interop;

/// <summary>The parsers of others: ical.js and Python's icalendar (tests/Interop).</summary>
internal static class ForeignParsers
{
    /// <summary>The Python that has icalendar; <c>.ci/with-interop</c> sets it when all is installed.</summary>
    public const string Variable = "RESTORATION_TEST_INTEROP";

    private static string? Python { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } python ? python : null;

    public static bool AreThere => Python is not null;

    public static bool AreRequired
        => (Environment.GetEnvironmentVariable("RESTORATION_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries).Contains("interop", StringComparer.Ordinal);

    /// <summary>What a parser reads in each calendar of a folder: the facts of each event.</summary>
    public static async Task<Dictionary<string, string[][]>> ReadAsync(bool isPython, string folder)
    {
        ProcessStartInfo start = new(isPython ? Python! : "node", [Path.Combine(ScriptFolder(), isPython ? "read.py" : "read.mjs"), folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return JsonSerializer.Deserialize<Dictionary<string, string[][]>>(output)!;
    }

    private static string ScriptFolder([CallerFilePath] string path = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "Interop"));
}

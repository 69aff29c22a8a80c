using System.Diagnostics;

namespace Restoration.Module.Tests.Running;

/// <summary>The PowerShell of this machine, if there is one that has Pester.</summary>
internal static class PowerShellHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Its version and Pester's; null if there is none.</summary>
    public static Lazy<Task<string?>> Found { get; } = new(FindAsync);

    /// <summary>Whether one has to be there.</summary>
    public static bool IsRequired =>
        (Environment.GetEnvironmentVariable("RESTORATION_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries).Contains("pwsh", StringComparer.Ordinal);

    /// <summary>Runs a program to its end, or ends it with all that it has begun.</summary>
    /// <returns>Its exit code, null if it had to be ended; and everything that it wrote.</returns>
    public static async Task<(int? ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, TimeSpan patience, string? module = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Checkout.Root,
            Environment = { ["NO_COLOR"] = "1", ["RESTORATION_MODULE"] = module },
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource stop = new(patience);
        int? exitCode = null;
        try
        {
            await process.WaitForExitAsync(stop.Token);
            exitCode = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return (exitCode, $"{await output}{await errors}");
    }

    private static async Task<string?> FindAsync()
    {
        const string Question = """
            $pester = Get-Module Pester -ListAvailable | Where-Object Version -ge 5.5 | Select-Object -First 1
            if (-not $pester -or $PSVersionTable.PSVersion -lt [version]'7.4') { exit 1 }
            "PowerShell $($PSVersionTable.PSVersion), Pester $($pester.Version)"
            """;
        try
        {
            (int? exitCode, string output) = await RunAsync("pwsh", ["-NoProfile", "-NonInteractive", "-Command", Question], Patience);
            return exitCode == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program.
            return null;
        }
    }
}

using System.Diagnostics;
using System.Reflection;

namespace Restoration.Console.Tests.Support;

/// <summary>The program as it was built.</summary>
internal static class ConsoleProgram
{
    public static string Assembly { get; } = typeof(ConsoleProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Program").Value!;

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Starts it, from a folder that is also the home of its user.</summary>
    public static Process Start(string home, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
        => Launch(home, Host, [Assembly, .. arguments], environment);

    /// <summary>Starts it in a shell that does something first, such as set a limit.</summary>
    public static Process StartInShell(string home, string preparation, IEnumerable<string> arguments)
        => Launch(home, "/bin/sh", ["-c", $"{preparation}; exec \"$@\"", "sh", Host, Assembly, .. arguments], null);

    /// <summary>Starts it so that it hears Ctrl+C, even where the tests run in the background of a shell that has turned it off for them.</summary>
    public static Process StartInForeground(string home, IEnumerable<string> arguments) => OperatingSystem.IsLinux()
        ? Launch(home, "/usr/bin/env", ["--default-signal=INT", Host, Assembly, .. arguments], null)
        : Start(home, arguments);

    /// <summary>Starts it as a user who may do nothing; only the all-powerful user can.</summary>
    public static Process StartAsNobody(string home, IEnumerable<string> arguments)
        => Launch(home, "/bin/sh", ["-c", "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"", "sh", Host, Assembly, .. arguments], null);

    /// <summary>Waits for the end, and reads all that was said.</summary>
    public static async Task<Outcome> EndAsync(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            using CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));
            await process.WaitForExitAsync(patience.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
    }

    /// <summary>Starts it with something on its standard input.</summary>
    public static Process StartWithInput(string home, IEnumerable<string> arguments, byte[] input) => Launch(home, Host, [Assembly, .. arguments], null, input);

    private static Process Launch(
        string home, string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, byte[]? input = null)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("COLUMNS");
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("RESTORATION_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["HOME"] = home,
            ["XDG_DATA_HOME"] = Path.Combine(home, "data"),
            ["LOCALAPPDATA"] = Path.Combine(home, "data"),
            ["TMPDIR"] = home,
            ["TEMP"] = home,
            ["TMP"] = home,
        })
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(input ?? []);
        process.StandardInput.Close();
        return process;
    }
}

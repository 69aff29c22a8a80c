using System.Diagnostics;
using System.Globalization;

namespace Restoration.Benchmarks;

/// <summary>Plays the story at each size, every step in a process of its own, and prints a table.</summary>
/// <param name="output">Where the table goes.</param>
/// <param name="steps">The story.</param>
/// <param name="group">What this program's arguments for a step begin with.</param>
/// <param name="itemSize">How many bytes an item has, for a column of megabytes a second; null for none.</param>
internal sealed class Report(TextWriter output, IReadOnlyList<Step> steps, string[] group, int? itemSize)
{
    public async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
        await output.WriteLineAsync($"{"step",-10} {"items",8} {"wall s",8} {"CPU s",8} {"µs CPU/item",12} {"growth",7} {"peak MB",8} {(itemSize is null ? "" : "items/s     MB/s")}");
        Dictionary<string, double> first = [];
        foreach (int size in sizes)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("restoration-benchmark-");
            try
            {
                foreach (Step step in steps)
                {
                    await WriteAsync(step.Name, await RunAsync(step, folder.FullName, size), first);
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private async Task WriteAsync(string name, Measurement measured, Dictionary<string, double> first)
    {
        double each = measured.Cpu.TotalMicroseconds / Math.Max(1, measured.Items);
        bool isFirst = first.TryAdd(name, each);
        string growth = isFirst ? "" : string.Create(CultureInfo.InvariantCulture, $"{each / first[name]:0.00}");
        double pace = measured.Items / Math.Max(0.001, measured.Wall.TotalSeconds);
        string paces = itemSize is { } size ? string.Create(CultureInfo.InvariantCulture, $" {pace,7:0} {pace * size / 1e6,8:0.0}") : "";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10} {measured.Items,8} {measured.Wall.TotalSeconds,8:0.00} {measured.Cpu.TotalSeconds,8:0.00} {each,12:0.0} {growth,7} {measured.PeakMegabytes,8}{paces}"));
    }

    private async Task<Measurement> RunAsync(Step step, string folder, int size)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] arguments = [.. group, "--step", step.Name, folder, size.ToString(CultureInfo.InvariantCulture)];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The step did not start.");
        string line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Measurement.Parse(line.Trim())
            : throw new InvalidOperationException($"The step '{step.Name}' failed with exit code {process.ExitCode}.");
    }
}

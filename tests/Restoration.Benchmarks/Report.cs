using System.Diagnostics;
using System.Globalization;

namespace Restoration.Benchmarks;

/// <summary>Plays the story at each size, every step in a process of its own, and prints a table.</summary>
internal sealed class Report(TextWriter output)
{
    public async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
        await output.WriteLineAsync($"{"step",-10} {"items",8} {"wall s",8} {"CPU s",8} {"µs CPU/item",12} {"growth",7} {"peak MB",8}");
        Dictionary<string, double> first = [];
        foreach (int size in sizes)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("restoration-benchmark-");
            try
            {
                foreach (Step step in Story.Steps)
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
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10} {measured.Items,8} {measured.Wall.TotalSeconds,8:0.00} {measured.Cpu.TotalSeconds,8:0.00} {each,12:0.0} {growth,7} {measured.PeakMegabytes,8}"));
    }

    private static async Task<Measurement> RunAsync(Step step, string folder, int size)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] arguments = ["--step", step.Name, folder, size.ToString(CultureInfo.InvariantCulture)];
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

using System.Diagnostics;
using System.Globalization;

namespace Restoration.Benchmarks.Formats;

/// <summary>Measures every step at each size, each in a process of its own, and prints a table.</summary>
internal static class FormatReport
{
    private const int WarmUp = 10_000;

    /// <summary>One step; its figures are the only output.</summary>
    public static async Task<int> RunStepAsync(string name, string folder)
    {
        FormatStep step = FormatSteps.All.Single(candidate => candidate.Name == name);
        DirectoryInfo small = Directory.CreateTempSubdirectory("restoration-benchmark-");
        try
        {
            FormatFolder warm = new(small.FullName);
            await EventMix.WriteAsync(warm.Ics, WarmUp);
            await FormatFolder.ConvertAsync(warm.Ics, warm.Json);
            await FormatFolder.ConvertAsync(warm.Json, warm.Csv);
            await step.RunAsync(warm);
            await step.RunAsync(warm);
        }
        finally
        {
            small.Delete(recursive: true);
        }

        GC.Collect();
        FormatMeasurement measured = await FormatMeasurement.TakeAsync(() => step.RunAsync(new FormatFolder(folder)));
        Console.WriteLine(measured.ToLine());
        return 0;
    }

    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, TextWriter output)
    {
        foreach (int size in sizes)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("restoration-benchmark-");
            try
            {
                FormatFolder files = new(folder.FullName);
                await EventMix.WriteAsync(files.Ics, size);
                await output.WriteLineAsync($"{size} events, {new FileInfo(files.Ics).Length / 1_000_000} MB of ICS");
                await output.WriteLineAsync($"{"step",-14} {"items",9} {"wall s",7} {"CPU s",7} {"MB/s CPU",9} {"MB/s wall",10} {"bytes allocated/item",21} {"peak MB",8}");
                foreach (FormatStep step in FormatSteps.All)
                {
                    await WriteAsync(step.Name, await RunAsync(step, folder.FullName), output);
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static Task WriteAsync(string name, FormatMeasurement measured, TextWriter output) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-14} {measured.Work.Items,9} {measured.Wall.TotalSeconds,7:0.00} {measured.Cpu.TotalSeconds,7:0.00} {measured.Work.Bytes / 1e6 / measured.Cpu.TotalSeconds,9:0} {measured.Work.Bytes / 1e6 / measured.Wall.TotalSeconds,10:0} {measured.Allocated / Math.Max(1, measured.Work.Items),21} {measured.PeakMegabytes,8}"));

    private static async Task<FormatMeasurement> RunAsync(FormatStep step, string folder)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["formats", "--step", step.Name, folder]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The step did not start.");
        string line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? FormatMeasurement.Parse(line.Trim())
            : throw new InvalidOperationException($"The step '{step.Name}' failed with exit code {process.ExitCode}.");
    }
}

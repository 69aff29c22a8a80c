using System.Diagnostics;
using System.Globalization;

namespace Restoration.Benchmarks;

/// <summary>What a step took, from a cold start of the process: the compiler's time is in it.</summary>
/// <param name="Items">How many items.</param>
/// <param name="Wall">The time on the wall.</param>
/// <param name="Cpu">The time of all processors, which other programs on the machine change less.</param>
/// <param name="PeakMegabytes">The most memory that the process ever had.</param>
internal sealed record Measurement(long Items, TimeSpan Wall, TimeSpan Cpu, long PeakMegabytes)
{
    public static async Task<Measurement> TakeAsync(Func<Task<long>> work)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long started = Stopwatch.GetTimestamp();
        long items = await work();
        TimeSpan wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new Measurement(items, wall, process.TotalProcessorTime - before, process.PeakWorkingSet64 >> 20);
    }

    public static Measurement Parse(string line)
    {
        long[] numbers = [.. line.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        return new Measurement(numbers[0], new TimeSpan(numbers[1]), new TimeSpan(numbers[2]), numbers[3]);
    }

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Items} {Wall.Ticks} {Cpu.Ticks} {PeakMegabytes}");
}

using System.Diagnostics;
using System.Globalization;

namespace Restoration.Benchmarks.Formats;

/// <summary>How much a step did.</summary>
/// <param name="Items">How many items, or occurrences.</param>
/// <param name="Bytes">How many bytes of text it read or wrote.</param>
internal readonly record struct FormatWork(long Items, long Bytes);

/// <summary>What a step took. The compiler's time is not in it: a small file went before.</summary>
internal sealed record FormatMeasurement(FormatWork Work, TimeSpan Wall, TimeSpan Cpu, long Allocated, long PeakMegabytes)
{
    public static async Task<FormatMeasurement> TakeAsync(Func<Task<FormatWork>> work)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        FormatWork done = await work();
        TimeSpan wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new FormatMeasurement(
            done, wall, process.TotalProcessorTime - before, GC.GetTotalAllocatedBytes(precise: true) - allocated, process.PeakWorkingSet64 >> 20);
    }

    public static FormatMeasurement Parse(string line)
    {
        long[] numbers = [.. line.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        return new FormatMeasurement(new FormatWork(numbers[0], numbers[1]), new TimeSpan(numbers[2]), new TimeSpan(numbers[3]), numbers[4], numbers[5]);
    }

    public string ToLine()
        => string.Create(CultureInfo.InvariantCulture, $"{Work.Items} {Work.Bytes} {Wall.Ticks} {Cpu.Ticks} {Allocated} {PeakMegabytes}");
}

using System.Globalization;
using Restoration.Execution;

namespace Restoration.Console.Output;

/// <summary>How far a run has come: a line that is written over on a terminal, a plain line now and then elsewhere.</summary>
internal sealed class ProgressLine(TimeProvider clock) : IProgress<RestoreProgress>
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly bool _isTerminal = !System.Console.IsErrorRedirected;
    private long _last = clock.GetTimestamp();
    private int _width;

    public void Report(RestoreProgress value)
    {
        if (clock.GetElapsedTime(_last) < (_isTerminal ? OnTerminal : Elsewhere))
        {
            return;
        }

        _last = clock.GetTimestamp();
        string line = Describe(value);
        if (_isTerminal)
        {
            System.Console.Error.Write($"\r{line.PadRight(_width)}");
            _width = line.Length;
        }
        else
        {
            System.Console.Error.WriteLine(line);
        }
    }

    /// <summary>Takes the line away, so that something else can be written in its place.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            System.Console.Error.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    private static string Describe(RestoreProgress progress)
    {
        string total = progress.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all} ({progress.PercentComplete} %)") : "";
        string left = progress.Remaining is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Counts.Found}{total}{left}");
    }
}

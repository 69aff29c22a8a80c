using System.Diagnostics;
using System.Globalization;
using Restoration.Failures;

namespace Restoration.Fuzz;

/// <summary>Case after case until the time is up. The heap is limited; a watchdog ends a run that hangs.</summary>
internal sealed class Run(Corpus corpus, ulong seed, TimeSpan length)
{
    private const int MostFindings = 50;
    private const int LongestCaseInSeconds = 30;

    private readonly HashSet<string> _places = [];
    private FuzzCase? _current;
    private long _started;

    public int Go(TextWriter output)
    {
        using Timer watchdog = new(_ => Watch(output), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Mutator mutator = new(corpus);
        Stopwatch clock = Stopwatch.StartNew();
        TimeSpan longest = TimeSpan.Zero;
        long number = 0;
        for (; clock.Elapsed < length && _places.Count < MostFindings; number++)
        {
            FuzzCase next = mutator.Make(seed, number);
            Volatile.Write(ref _started, Stopwatch.GetTimestamp());
            Volatile.Write(ref _current, next);
            Try(next, output);
            Volatile.Write(ref _current, null);
            TimeSpan took = Stopwatch.GetElapsedTime(_started);
            longest = took > longest ? took : longest;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{number} cases from seed {seed} in {clock.Elapsed.TotalMinutes:0.0} minutes, {_places.Count} findings; the longest case took {longest.TotalSeconds:0.0} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return _places.Count == 0 ? 0 : 1;
    }

    private void Try(FuzzCase next, TextWriter output)
    {
        try
        {
            next.Target.Run(next.Input);
        }
        catch (RestorationException)
        {
            // A refusal with a reason is an answer.
        }
        catch (Exception fault)
        {
            // One of each place: the same fault a thousand times says no more.
            string place = $"{next.Target.Name} {fault.GetType().Name} {fault.Message.Split(' ')[0]} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Restoration.", StringComparison.Ordinal))?.Trim()}";
            if (_places.Add(place))
            {
                output.WriteLine($"{Findings.Save(next, "fault")}: {fault.Message} {place}");
            }
        }
    }

    private void Watch(TextWriter output)
    {
        if (Volatile.Read(ref _current) is { } stuck && Stopwatch.GetElapsedTime(Volatile.Read(ref _started)).TotalSeconds > LongestCaseInSeconds)
        {
            output.WriteLine($"{Findings.Save(stuck, "hang")}: no end after {LongestCaseInSeconds} s");
            Environment.Exit(1);
        }
    }
}

using System.Diagnostics;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>Work that is killed at random points, gone on with, and compared with what a clean run gives.</summary>
/// <param name="seed">What the points are drawn by.</param>
/// <param name="begin">The store before the work.</param>
/// <param name="identity">The request that the work makes; null if it makes none.</param>
/// <param name="work">The command line of the work.</param>
internal sealed class KilledWork(int seed, Func<Desk, Task> begin, string? identity, params string[] work)
{
    /// <summary>The command line that runs it again; a request's name can be given only once.</summary>
    public string[]? Again { get; init; }

    private readonly Random _random = new(seed);

    /// <summary>Kills so many runs, spread over the time that a clean one takes.</summary>
    /// <param name="kills">How many.</param>
    /// <param name="expect">Asserts that all is as after a clean run, given what the run that finished the work said.</param>
    public async Task KillAsync(int kills, Func<Desk, Outcome, Task> expect)
    {
        TimeSpan clean = await MeasureAsync(expect);
        for (int i = 0; i < kills; i++)
        {
            using Desk desk = await KillOneAsync(clean * ((i + _random.NextDouble()) / kills));
            Outcome finished = await FinishAsync(desk, resume: i % 2 == 0);
            await expect(desk, finished);
            await desk.ExpectWholeTrailAsync();
        }
    }

    // A run that has ended before its moment is begun anew, and killed earlier: so each kill is one.
    private async Task<Desk> KillOneAsync(TimeSpan after)
    {
        while (true)
        {
            Desk desk = new();
            await begin(desk);
            if (await TryKillAsync(desk, after))
            {
                return desk;
            }

            desk.Dispose();
            after *= 0.8;
        }
    }

    private async Task<TimeSpan> MeasureAsync(Func<Desk, Outcome, Task> expect)
    {
        using Desk desk = new();
        await begin(desk);
        long start = Stopwatch.GetTimestamp();
        Outcome run = await desk.DoAsync(work);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        await expect(desk, run);
        return duration;
    }

    private async Task<bool> TryKillAsync(Desk desk, TimeSpan after)
    {
        using Process process = ConsoleProgram.Start(desk.Home, [.. work, "--store", desk.Store, "--json"]);
        Task output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using CancellationTokenSource moment = new(after);
        try
        {
            await process.WaitForExitAsync(moment.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            await output;
            return true;
        }
    }

    // A request that was never stored, or that had ended, cannot be resumed; then it is run again, as after any kill.
    private async Task<Outcome> FinishAsync(Desk desk, bool resume)
    {
        if (resume && identity is not null)
        {
            Outcome resumed = await desk.RunAsync("request", "resume", identity);
            if (resumed.Code == 0)
            {
                return resumed;
            }

            Assert.Contains(resumed.ErrorDocument.GetProperty("code").GetString(), new[] { "RequestNotFound", "InvalidState" });
        }

        return await desk.DoAsync(Again ?? work);
    }
}

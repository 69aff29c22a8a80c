using System.Diagnostics;
using System.Globalization;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>
/// Worker processes over one store. <c>RESTORATION_SEED=7</c> kills two hundred over fifty requests from that seed, instead of twenty over six.
/// </summary>
public sealed class WorkerProcessTests : IDisposable
{
    private readonly Desk _desk = new();

    public static TheoryData<string> Kinds => SharedStore.Kinds;

    private static string? Seed => Environment.GetEnvironmentVariable("RESTORATION_SEED") is { Length: > 0 } seed ? seed : null;

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Processes_beside_each_other_run_each_request_once(string kind)
    {
        await using WorkerQueue queue = await WorkerQueue.CreateAsync(kind, _desk, requests: 6, items: 200);
        Process[] workers = [.. Enumerable.Range(0, 3).Select(_ => queue.Start("worker", "--drain"))];
        Outcome[] outcomes = await Task.WhenAll(workers.Select(ConsoleProgram.EndAsync));
        Assert.Equal(
            Enumerable.Range(0, 6).Select(number => $"Run{number}"),
            outcomes.SelectMany(outcome => outcome.Expect(0).Texts("name")).Order(StringComparer.Ordinal));
        Assert.Empty(await queue.ReadOpenAsync());
        Assert.Equal(6 * 200, (await queue.ReadTargetsAsync()).Distinct().Count());
        await queue.ExpectWholeTrailAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Killed_workers_leave_every_target_as_a_clean_run_does(string kind)
    {
        (int kills, int requests) = Seed is null ? (20, 6) : (200, 50);
        Random random = new(int.Parse(Seed ?? "2026", CultureInfo.InvariantCulture));
        await using WorkerQueue queue = await WorkerQueue.CreateAsync(kind, _desk, requests, items: 2500);
        await using WorkerQueue clean = await queue.CopyAsync();
        await clean.DoAsync("worker", "--drain");
        List<string> expected = await clean.ReadTargetsAsync();
        Assert.Equal(requests * 2500, expected.Count);

        // A queue that is empty before all were killed is begun anew.
        while (kills > 0)
        {
            await using WorkerQueue killed = await queue.CopyAsync();
            kills -= await new KilledWorkers(killed, random).KillAsync(kills);
            await killed.DoAsync("worker", "--drain");
            Assert.Empty(await killed.ReadOpenAsync());
            Assert.Equal(expected, await killed.ReadTargetsAsync());
            await killed.ExpectWholeTrailAsync();
        }
    }
}

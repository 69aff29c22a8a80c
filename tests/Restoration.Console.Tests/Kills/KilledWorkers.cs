using System.Diagnostics;

namespace Restoration.Console.Tests.Kills;

/// <summary>Worker processes that are killed at random moments of their work, each replaced by another.</summary>
/// <param name="queue">What they work on.</param>
/// <param name="random">What the moments are drawn by.</param>
internal sealed class KilledWorkers(WorkerQueue queue, Random random)
{
    private const int Workers = 2;
    private const int LongestLife = 250;

    private readonly List<Process> _workers = [];

    /// <summary>Kills until it was done often enough, or until the queue is empty.</summary>
    /// <returns>How many were killed while requests were in hand.</returns>
    public async Task<int> KillAsync(int most)
    {
        int kills = 0;
        try
        {
            while (kills < most)
            {
                while (_workers.Count < Workers)
                {
                    _workers.Add(Start());
                }

                if (!await UntilOneIsInHandAsync())
                {
                    break;
                }

                using CancellationTokenSource moment = new(random.Next(LongestLife));
                Process victim = _workers[random.Next(_workers.Count)];
                kills += await KillAsync(victim, moment.Token) ? 1 : 0;
                _workers.Remove(victim);
                await queue.ExpireLeasesAsync();
            }

            return kills;
        }
        finally
        {
            foreach (Process worker in _workers)
            {
                await KillAsync(worker, new CancellationToken(canceled: true));
            }

            await queue.ExpireLeasesAsync();
        }
    }

    private static async Task<bool> KillAsync(Process worker, CancellationToken moment)
    {
        using (worker)
        {
            try
            {
                await worker.WaitForExitAsync(moment);
                return false;
            }
            catch (OperationCanceledException)
            {
                worker.Kill();
                await worker.WaitForExitAsync(CancellationToken.None);
                return true;
            }
        }
    }

    private Process Start()
    {
        Process worker = queue.Start("worker", "--drain");
        worker.OutputDataReceived += (_, _) => { };
        worker.ErrorDataReceived += (_, _) => { };
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        return worker;
    }

    // False once nothing is left to do.
    private async Task<bool> UntilOneIsInHandAsync()
    {
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(10));
        while (await look.WaitForNextTickAsync())
        {
            if (await queue.CountLeasedAsync() > 0)
            {
                return true;
            }

            if ((await queue.ReadOpenAsync()).Count == 0)
            {
                return false;
            }
        }

        return false;
    }
}

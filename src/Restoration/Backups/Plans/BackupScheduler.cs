using System.Runtime.CompilerServices;
using Restoration.Failures;

namespace Restoration.Backups.Plans;

/// <summary>
/// Runs plans when they are due: in a console, a service or a container, on any number of machines. A run that was missed is made
/// up for once, at once.
/// </summary>
public sealed class BackupScheduler(Workspace workspace)
{
    // A plan may be made or changed while this waits.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly BackupPlanRunner _runner = new(workspace);

    /// <summary>Runs the plans that are due now, once each; those that somebody else is running are left to them.</summary>
    public async IAsyncEnumerable<BackupPlanRun> RunDueAsync(IProgress<BackupPlanStep>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<BackupPlan> due = await workspace.ReadAsync(
            transaction => transaction.BackupPlans.ListDueAsync(workspace.Clock.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        foreach (BackupPlan plan in due)
        {
            if (await _runner.RunIfDueAsync(plan, progress, cancellation).ConfigureAwait(false) is { } run)
            {
                yield return run;
            }
        }
    }

    /// <summary>Runs plans as they become due, until it is stopped. A store that is away for a while is waited for.</summary>
    /// <param name="progress">Hears of each calendar.</param>
    /// <param name="findings">Hears what kept a round from being made.</param>
    /// <param name="cancellation">Stops it, after the calendar in flight.</param>
    public async IAsyncEnumerable<BackupPlanRun> RunAsync(
        IProgress<BackupPlanStep>? progress, IProgress<Finding>? findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            IAsyncEnumerator<BackupPlanRun> round = RunDueAsync(progress, cancellation).GetAsyncEnumerator(cancellation);
            await using (round.ConfigureAwait(false))
            {
                while (await NextAsync(round, findings).ConfigureAwait(false))
                {
                    yield return round.Current;
                }
            }

            await Task.Delay(await PauseAsync(findings, cancellation).ConfigureAwait(false), workspace.Clock, cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<BackupPlanRun> round, IProgress<Finding>? findings)
    {
        try
        {
            return await round.MoveNextAsync().ConfigureAwait(false);
        }
        catch (RestorationException failure) when (IsPassing(failure))
        {
            findings?.Report(new Finding(Severity.Warning, failure.Code, failure.Message) { Item = failure.Subject });
            return false;
        }
    }

    private async ValueTask<TimeSpan> PauseAsync(IProgress<Finding>? findings, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<BackupPlan> plans = await workspace.ReadAsync(
                transaction => transaction.BackupPlans.ListAsync(cancellation), cancellation).ConfigureAwait(false);
            DateTimeOffset now = workspace.Clock.GetUtcNow();
            TimeSpan next = plans.Where(plan => plan.NextRunAt > now).Select(plan => plan.NextRunAt!.Value - now).DefaultIfEmpty(Longest).Min();
            return next < Shortest ? Shortest : next > Longest ? Longest : next;
        }
        catch (RestorationException failure) when (IsPassing(failure))
        {
            findings?.Report(new Finding(Severity.Warning, failure.Code, failure.Message) { Item = failure.Subject });
            return Longest;
        }
    }

    private static bool IsPassing(RestorationException failure)
        => failure.Code is FailureCode.StoreLocked or FailureCode.StoreUnavailable or FailureCode.DiskFull;
}

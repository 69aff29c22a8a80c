using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup scheduler</c>: runs plans as they become due.</summary>
internal sealed class PlanScheduleVerb : Verb
{
    private readonly Option<bool> _once = new("--once") { Description = "Run what is due now, and end." };

    public PlanScheduleVerb()
        : base("scheduler", "Runs plans as they become due, until it is stopped; for a service or a container. Missed runs are made up for once.")
        => Options.Add(_once);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        IProgress<Finding> troubles = new ErrorLines();
        IAsyncEnumerable<BackupPlanRun> runs = context.Parse.GetValue(_once)
            ? session.Scheduler.RunDueAsync(null, cancellation)
            : session.Scheduler.RunAsync(null, troubles, cancellation);
        int code = ExitCodes.Done;
        await foreach (BackupPlanRun run in runs)
        {
            context.Printer.One(run, PlanShapes.Run);
            code = run.Status == BackupPlanStatus.Succeeded ? code : ExitCodes.SomeFailed;
        }

        return code;
    }

    private sealed class ErrorLines : IProgress<Finding>
    {
        public void Report(Finding value) => System.Console.Error.WriteLine(value.ToString());
    }
}

using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan run PLAN</c>.</summary>
internal sealed class PlanRunVerb : Verb
{
    private readonly Argument<string> _plan = PlanArguments.Plan();

    public PlanRunVerb()
        : base("run", "Runs a plan now, due or not: backs up, reads back, and then lets go what its retention does not keep.")
        => Arguments.Add(_plan);

    /// <summary>The exit code that says how a run went.</summary>
    public static int CodeOf(BackupPlanStatus status) => status switch
    {
        BackupPlanStatus.Succeeded => ExitCodes.Done,
        BackupPlanStatus.PartiallySucceeded => ExitCodes.SomeFailed,
        _ => ExitCodes.Error,
    };

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        BackupPlan plan = await session.BackupPlans.GetAsync(context.Parse.GetRequiredValue(_plan), cancellation);
        BackupPlanRun run = await session.PlanRunner.RunNowAsync(plan, null, cancellation);
        context.Printer.One(run, PlanShapes.Run);
        return CodeOf(run.Status);
    }
}

using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan remove PLAN</c>.</summary>
internal sealed class PlanRemoveVerb : Verb
{
    private readonly Argument<string> _plan = PlanArguments.Plan();
    private readonly Option<bool> _execute = Targets.Execute();

    public PlanRemoveVerb()
        : base("remove", "Removes a plan. The backups that it made stay.")
    {
        Arguments.Add(_plan);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        BackupPlan plan = await session.BackupPlans.GetAsync(context.Parse.GetRequiredValue(_plan), cancellation);
        return await Removal.RunAsync(
            context, plan, PlanShapes.Plan, context.Parse.GetValue(_execute), "Remove this plan?", () => session.BackupPlans.RemoveAsync(plan, cancellation));
    }
}

using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan set PLAN</c>.</summary>
internal sealed class PlanSetVerb : Verb
{
    private readonly Argument<string> _plan = PlanArguments.Plan();
    private readonly Option<string?> _name = new("--name") { Description = "A new name.", HelpName = "NAME" };
    private readonly PlanOptions _options = new();

    public PlanSetVerb()
        : base("set", "Changes a plan. What is not said stays as it is.")
    {
        Arguments.Add(_plan);
        Options.Add(_name);
        _options.AddTo(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        BackupPlan plan = await session.BackupPlans.GetAsync(context.Parse.GetRequiredValue(_plan), cancellation);
        BackupPlan changed = _options.Apply(plan with { Name = context.Parse.GetValue(_name) ?? plan.Name }, context.Parse);
        context.Printer.One(await session.BackupPlans.UpdateAsync(changed, cancellation), PlanShapes.Plan);
        return ExitCodes.Done;
    }
}

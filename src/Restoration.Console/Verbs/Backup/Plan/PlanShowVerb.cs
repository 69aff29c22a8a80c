using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan show PLAN</c>.</summary>
internal sealed class PlanShowVerb : Verb
{
    private readonly Argument<string> _plan = PlanArguments.Plan();

    public PlanShowVerb()
        : base("show", "Shows a plan and how it stands.") => Arguments.Add(_plan);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        context.Printer.One(await session.BackupPlans.GetAsync(context.Parse.GetRequiredValue(_plan), cancellation), PlanShapes.Plan);
        return ExitCodes.Done;
    }
}

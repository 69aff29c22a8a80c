using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan list</c>.</summary>
internal sealed class PlanListVerb : Verb
{
    private readonly Option<string?> _name = new("--name") { Description = "Only this plan, or those that fit a pattern.", HelpName = "NAME" };

    public PlanListVerb()
        : base("list", "Lists the plans with how they stand.") => Options.Add(_name);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            await session.BackupPlans.ListAsync(context.Parse.GetValue(_name), cancellation),
            PlanShapes.Plan,
            "There are no backup plans. 'backup plan create NAME --calendar M/C' makes one.");
        return ExitCodes.Done;
    }
}

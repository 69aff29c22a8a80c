using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan create NAME</c>.</summary>
internal sealed class PlanCreateVerb : Verb
{
    private readonly Argument<string> _name = new("name") { Description = "What to call it.", HelpName = "NAME" };
    private readonly PlanOptions _options = new();

    public PlanCreateVerb()
        : base("create", "Makes a plan: which calendars are backed up, where to, when, and what is kept.")
    {
        Arguments.Add(_name);
        _options.AddTo(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        BackupPlan draft = session.BackupPlans.Draft(
            context.Parse.GetRequiredValue(_name), _options.Calendars(context.Parse), _options.TimeZone(context.Parse));
        context.Printer.One(await session.BackupPlans.AddAsync(_options.Apply(draft, context.Parse), cancellation), PlanShapes.Plan);
        return ExitCodes.Done;
    }
}

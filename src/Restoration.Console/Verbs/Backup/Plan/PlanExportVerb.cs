using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Schedules.Exports;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary><c>backup plan export PLAN</c>: the schedule in the words of another scheduler.</summary>
internal sealed class PlanExportVerb : Verb
{
    private readonly Argument<string> _plan = PlanArguments.Plan();
    private readonly Option<SchedulerKind> _as = new("--as")
    {
        Description = $"For which scheduler: {string.Join(", ", Enum.GetNames<SchedulerKind>())}.",
        HelpName = "SCHEDULER",
        Required = true,
    };

    private readonly Option<string> _program = new("--program")
    {
        Description = "How that scheduler finds this program.",
        HelpName = "PATH",
        DefaultValueFactory = _ => Environment.ProcessPath ?? "restoration",
    };

    public PlanExportVerb()
        : base("export", "Writes a plan's schedule for cron, systemd, the Windows Task Scheduler or Azure Automation.")
    {
        Arguments.Add(_plan);
        Options.Add(_as);
        Options.Add(_program);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        BackupPlan plan = await session.BackupPlans.GetAsync(context.Parse.GetRequiredValue(_plan), cancellation);
        string text = session.BackupPlans.Export(
            plan,
            context.Parse.GetValue(_as),
            context.Parse.GetRequiredValue(_program),
            ["backup", "plan", "run", plan.Name, "--store", StoreConnection.Resolve(context.SessionOptions.Store)]);
        if (context.Printer.IsJson)
        {
            context.Printer.One(text, new Shape<string>([new("text", value => value)]));
        }
        else
        {
            System.Console.Write(text);
        }

        return ExitCodes.Done;
    }
}

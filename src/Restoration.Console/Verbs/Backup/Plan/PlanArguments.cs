using System.CommandLine;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary>How plans are named on the command line.</summary>
internal static class PlanArguments
{
    public static Argument<string> Plan() => new("plan") { Description = "The plan: its name or id.", HelpName = "PLAN" };
}

using Restoration.Backups.Plans;
using Restoration.Failures;

namespace Restoration.PowerShell.Parameters;

/// <summary>Which backup plan: its name, its id, or the plan itself. An empty one is an error, never "all".</summary>
public sealed class BackupPlanIdentity
{
    /// <summary>Takes a name or an id.</summary>
    public BackupPlanIdentity(string identity) => Text = string.IsNullOrWhiteSpace(identity)
        ? throw new RestorationException(FailureCode.InvalidArgument, "A backup plan is named by its name or id; an empty identity is none.")
        : identity;

    /// <summary>Takes the id.</summary>
    public BackupPlanIdentity(Guid planId) => Text = planId.ToString();

    /// <summary>Takes the plan.</summary>
    public BackupPlanIdentity(BackupPlan plan) => Text = plan.PlanId.ToString();

    private string Text { get; }

    /// <summary>The identity as text.</summary>
    public override string ToString() => Text;
}

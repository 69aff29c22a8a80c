using System.Collections;
using Restoration.Backups.Plans;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the backup plans in the store.</summary>
internal sealed class BackupPlanCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<BackupPlan> plans = await session.BackupPlans.ListAsync(null, stop);
        return plans.Select(plan => (plan.Name, $"{string.Join(", ", plan.Calendars)} {plan.Schedule}"));
    }
}

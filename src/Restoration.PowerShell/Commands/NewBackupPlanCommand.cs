using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Makes a backup plan: which calendars are backed up, where to, when, and what is kept.</summary>
[Cmdlet(VerbsCommon.New, "BackupPlan", SupportsShouldProcess = true)]
[OutputType(typeof(BackupPlan))]
public sealed class NewBackupPlanCommand : BackupPlanCmdlet
{
    /// <summary>What to call it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    /// <summary>The calendars: mailbox/calendar, both with wildcards; a mailbox alone means its default calendar.</summary>
    [Parameter(Mandatory = true, Position = 1), SupportsWildcards, ArgumentCompleter(typeof(MailboxCompleter))]
    public string[] Source { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        BackupPlan plan = Apply(session.BackupPlans.Draft(Name, Source, TimeZone ?? TimeZoneInfo.Local.Id));
        if (ShouldProcess($"{plan.Name}: {string.Join(", ", plan.Calendars)} {plan.Schedule}", "Create backup plan"))
        {
            WriteObject(await session.BackupPlans.AddAsync(plan, stop));
        }
    }
}

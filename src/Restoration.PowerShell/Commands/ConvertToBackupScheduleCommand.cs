using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Schedules.Exports;

namespace Restoration.PowerShell.Commands;

/// <summary>Writes a backup plan's schedule for cron, systemd, the Windows Task Scheduler or Azure Automation.</summary>
[Cmdlet(VerbsData.ConvertTo, "BackupSchedule")]
[OutputType(typeof(string))]
public sealed class ConvertToBackupScheduleCommand : AsyncCmdlet
{
    /// <summary>The plan: its name or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PlanId"), ArgumentCompleter(typeof(BackupPlanCompleter))]
    public BackupPlanIdentity Identity { get; set; } = null!;

    /// <summary>For which scheduler.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public SchedulerKind Scheduler { get; set; }

    /// <summary>The module to load there; without it, by its name.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string Module { get; set; } = "Restoration";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        BackupPlan plan = await session.BackupPlans.GetAsync(Identity.ToString(), stop);
        string script = $"Import-Module {Quote(Module)}; $null = Connect-Restoration -Store {Quote(RunspaceSession.Current.Names.Store)}; $null = Invoke-BackupPlan {Quote(plan.Name)} -Confirm:$false";
        WriteObject(session.BackupPlans.Export(plan, Scheduler, "pwsh", ["-NoProfile", "-NonInteractive", "-Command", script]));
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

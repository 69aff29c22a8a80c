using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the backup plans with how they stand.</summary>
[Cmdlet(VerbsCommon.Get, "BackupPlan", DefaultParameterSetName = "Filter")]
[OutputType(typeof(BackupPlan))]
public sealed class GetBackupPlanCommand : AsyncCmdlet
{
    /// <summary>The plan: its name or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Identity")]
    [Alias("PlanId"), ValidateNotNull, ArgumentCompleter(typeof(BackupPlanCompleter))]
    public BackupPlanIdentity Identity { get; set; } = null!;

    /// <summary>Only of this name, or of those that fit.</summary>
    [Parameter(ParameterSetName = "Filter"), SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(BackupPlanCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ParameterSetName == "Identity")
        {
            WriteObject(await session.BackupPlans.GetAsync(Identity.ToString(), stop));
        }
        else
        {
            WriteObject(await session.BackupPlans.ListAsync(Name, stop), enumerateCollection: true);
        }
    }
}

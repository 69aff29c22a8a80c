using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Failures;
using Restoration.Items;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that say what a backup plan is. What is not said stays as it is.</summary>
public abstract class BackupPlanCmdlet : AsyncCmdlet
{
    /// <summary>What it is for.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The store, or files: a path with {mailbox}, {calendar}, {date}, {time} and {plan} in its name.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>The format of the files, if their name does not say it.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>Whether files get what only this program reads; -IncludeMetadata:$false leaves it out.</summary>
    [Parameter]
    public SwitchParameter IncludeMetadata { get; set; } = true;

    /// <summary>When: five cron fields, or words such as 'daily at 22:30'; 'none' for no schedule.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Schedule { get; set; }

    /// <summary>The zone of the schedule.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Keeps the last so many.</summary>
    [Parameter]
    public int? KeepLast { get; set; }

    /// <summary>Keeps the last of each of so many days.</summary>
    [Parameter]
    public int? KeepDaily { get; set; }

    /// <summary>Keeps the last of each of so many weeks.</summary>
    [Parameter]
    public int? KeepWeekly { get; set; }

    /// <summary>Keeps the last of each of so many months.</summary>
    [Parameter]
    public int? KeepMonthly { get; set; }

    /// <summary>Keeps the last of each of so many years.</summary>
    [Parameter]
    public int? KeepYearly { get; set; }

    /// <summary>Keeps what is younger than this.</summary>
    [Parameter]
    public TimeSpan? MinimumAge { get; set; }

    /// <summary>Whether the schedule holds; -IsActive:$false pauses the plan.</summary>
    [Parameter]
    public SwitchParameter IsActive { get; set; } = true;

    /// <summary>The plan with what was said.</summary>
    private protected BackupPlan Apply(BackupPlan plan) => plan with
    {
        Description = Said(nameof(Description)) ? Description : plan.Description,
        FilePattern = Said(nameof(Destination)) ? Pattern(Destination!) : plan.FilePattern,
        Format = Said(nameof(Format)) ? Format : plan.Format,
        IncludeMetadata = Said(nameof(IncludeMetadata)) ? IncludeMetadata : plan.IncludeMetadata,
        Schedule = Said(nameof(Schedule)) ? (string.Equals(Schedule, "none", StringComparison.OrdinalIgnoreCase) ? null : Schedule) : plan.Schedule,
        TimeZone = TimeZone ?? plan.TimeZone,
        IsActive = Said(nameof(IsActive)) ? IsActive : plan.IsActive,
        Retention = new RetentionRules
        {
            KeepLast = Said(nameof(KeepLast)) ? KeepLast : plan.Retention.KeepLast,
            KeepDaily = Said(nameof(KeepDaily)) ? KeepDaily : plan.Retention.KeepDaily,
            KeepWeekly = Said(nameof(KeepWeekly)) ? KeepWeekly : plan.Retention.KeepWeekly,
            KeepMonthly = Said(nameof(KeepMonthly)) ? KeepMonthly : plan.Retention.KeepMonthly,
            KeepYearly = Said(nameof(KeepYearly)) ? KeepYearly : plan.Retention.KeepYearly,
            MinimumAge = Said(nameof(MinimumAge)) ? MinimumAge : plan.Retention.MinimumAge,
        },
    };

    private protected bool Said(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private string? Pattern(string destination)
    {
        if (string.Equals(destination.TrimEnd(':'), "store", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Location location = FilePaths.Place(this, destination);
        return location.Kind == LocationKind.File ? location.Target : throw new RestorationException(
            FailureCode.InvalidLocation, $"A plan backs up to the store or to files, not to '{destination}'. Write store: or file:PATTERN.", destination);
    }
}

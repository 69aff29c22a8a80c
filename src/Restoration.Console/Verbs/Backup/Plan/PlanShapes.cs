using Restoration.Backups.Plans;
using Restoration.Console.Output;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary>How plans and their runs are printed.</summary>
internal static class PlanShapes
{
    public static Shape<BackupPlan> Plan { get; } = new(
    [
        new("planId", plan => plan.PlanId.ToString()),
        new("name", plan => plan.Name, "Name"),
        new("description", plan => plan.Description),
        new("calendars", plan => plan.Calendars, "Calendars"),
        new("destination", plan => plan.FilePattern is null ? "store:" : $"file:{plan.FilePattern}"),
        new("format", plan => plan.Format),
        new("includeMetadata", plan => plan.IncludeMetadata),
        new("schedule", plan => plan.Schedule, "Schedule"),
        new("timeZone", plan => plan.TimeZone),
        new("keepLast", plan => plan.Retention.KeepLast),
        new("keepDaily", plan => plan.Retention.KeepDaily),
        new("keepWeekly", plan => plan.Retention.KeepWeekly),
        new("keepMonthly", plan => plan.Retention.KeepMonthly),
        new("keepYearly", plan => plan.Retention.KeepYearly),
        new("minimumAgeDays", plan => plan.Retention.MinimumAge?.TotalDays),
        new("isActive", plan => plan.IsActive, "Active"),
        new("user", plan => plan.User),
        new("status", plan => plan.Status.ToString(), "Status"),
        new("lastRunAt", plan => plan.LastRunAt),
        new("lastSuccessAt", plan => plan.LastSuccessAt, "Last success"),
        new("nextRunAt", plan => plan.NextRunAt, "Next run"),
        new("lastError", plan => plan.LastError, "Last error"),
        new("createdAt", plan => plan.CreatedAt),
        new("updatedAt", plan => plan.UpdatedAt),
    ]);

    public static Shape<BackupPlanRun> Run { get; } = new(
    [
        new("planId", run => run.PlanId.ToString()),
        new("name", run => run.Name),
        new("status", run => run.Status.ToString()),
        new("startedAt", run => run.StartedAt),
        new("endedAt", run => run.EndedAt),
        new("steps", run => run.Steps.Select(step => new JsonMembers(
            ("calendar", step.Calendar),
            ("outcome", step.Outcome.ToString()),
            ("location", step.Location?.ToString()),
            ("itemCount", step.ItemCount),
            ("size", step.Size),
            ("failure", step.Failure?.ToString()),
            ("detail", step.Detail)))),
        new("removed", run => run.Removed.Select(location => location.ToString())),
    ]);
}

using Restoration.Failures;

namespace Restoration.Schedules.Exports;

/// <summary>Writes schedules in the words of other schedulers.</summary>
public static class ScheduleExport
{
    /// <summary>The text to hand to a scheduler.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.NotSupported"/>: that scheduler cannot keep this schedule.</exception>
    public static string Write(ScheduledCommand command, SchedulerKind scheduler) => scheduler switch
    {
        SchedulerKind.Crontab => CrontabExport.Write(command),
        SchedulerKind.Systemd => SystemdExport.Write(command),
        SchedulerKind.TaskScheduler => TaskSchedulerExport.Write(command),
        _ => AzureAutomationExport.Write(command),
    };

    internal static RestorationException CannotKeep(ScheduledCommand command, string scheduler, string why) => new(
        FailureCode.NotSupported, $"{scheduler} cannot keep the schedule '{command.Schedule.Text}': {why}.", command.Name);
}

/// <summary>Schedulers that a schedule can be handed to.</summary>
public enum SchedulerKind
{
    /// <summary>A line of a crontab (crontab(5)).</summary>
    Crontab,

    /// <summary>A timer and a service of systemd (systemd.timer(5)).</summary>
    Systemd,

    /// <summary>A task of the Windows Task Scheduler, as XML that <c>Register-ScheduledTask -Xml</c> takes.</summary>
    TaskScheduler,

    /// <summary>Commands that make schedules in Azure Automation (<c>New-AzAutomationSchedule</c>).</summary>
    AzureAutomation,
}

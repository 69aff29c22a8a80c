using System.Globalization;
using System.Text;

namespace Restoration.Schedules.Exports;

/// <summary>Commands that make the schedules in Azure Automation and hang a runbook on them (Az.Automation's <c>New-AzAutomationSchedule</c>).</summary>
internal static class AzureAutomationExport
{
    private const string Scheduler = "Azure Automation";

    public static string Write(ScheduledCommand command)
    {
        CronExpression cron = command.Schedule.Cron;
        if (cron.Months.Count < 12)
        {
            throw ScheduleExport.CannotKeep(command, Scheduler, "its schedules come in every month");
        }

        if ((cron.IsLastDay || cron.HasDays) && cron.HasWeekdays)
        {
            throw ScheduleExport.CannotKeep(command, Scheduler, "a schedule has either days of the month or days of the week; make two");
        }

        StringBuilder text = new();
        text.Append("# ").Append(command.Name).Append(": ").Append(command.Schedule).Append(". The runbook runs: ")
            .AppendLine(string.Join(' ', command.Arguments.Prepend(command.Program)));
        text.AppendLine("$account = @{ ResourceGroupName = '<resource group>'; AutomationAccountName = '<account>' }");
        int number = 0;
        foreach (int hour in cron.IsHourly ? [0] : cron.Hours.Values)
        {
            foreach (int minute in cron.Minutes.Values)
            {
                string name = Quote(string.Create(CultureInfo.InvariantCulture, $"{command.Name} {++number}"));
                text.Append(CultureInfo.InvariantCulture, $"New-AzAutomationSchedule @account -Name {name} -StartTime (Get-Date '{hour:00}:{minute:00}').AddDays(1)")
                    .Append(CultureInfo.InvariantCulture, $" -TimeZone {Quote(command.Schedule.TimeZone)} {Interval(cron)}").AppendLine();
                text.Append(CultureInfo.InvariantCulture, $"Register-AzAutomationScheduledRunbook @account -RunbookName '<runbook>' -ScheduleName {name}").AppendLine();
            }
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static string Interval(CronExpression cron)
    {
        if (cron.IsLastDay)
        {
            return "-MonthInterval 1 -DaysOfMonth LastDay";
        }

        if (cron.HasDays)
        {
            return $"-MonthInterval 1 -DaysOfMonth {string.Join(", ", cron.Days.Values)}";
        }

        return cron.HasWeekdays ? $"-WeekInterval 1 -DaysOfWeek {string.Join(", ", cron.Weekdays.Values.Select(day => ((DayOfWeek)day).ToString()))}"
            : cron.IsHourly ? "-HourInterval 1"
            : "-DayInterval 1";
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

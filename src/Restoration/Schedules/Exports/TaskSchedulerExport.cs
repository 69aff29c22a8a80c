using System.Globalization;
using System.Xml.Linq;

namespace Restoration.Schedules.Exports;

/// <summary>
/// A task of the Windows Task Scheduler (Task Scheduler Schema 1.2). Its triggers have no time zone: they follow the machine's clock.
/// </summary>
internal static class TaskSchedulerExport
{
    private const int MostTriggers = 48;
    private static readonly XNamespace Task = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    public static string Write(ScheduledCommand command)
    {
        XElement[] triggers = [.. Triggers(command)];
        if (triggers.Length > MostTriggers)
        {
            throw ScheduleExport.CannotKeep(command, "The Task Scheduler", $"it takes {triggers.Length} triggers and a task has at most {MostTriggers}");
        }

        XDocument task = new(
            new XDeclaration("1.0", "UTF-16", null),
            new XElement(
                Task + "Task",
                new XAttribute("version", "1.2"),
                new XElement(
                    Task + "RegistrationInfo",
                    new XElement(Task + "Description", $"{command.Name}: {command.Schedule}. The times are those of this machine's clock.")),
                new XElement(Task + "Triggers", triggers),
                new XElement(
                    Task + "Settings",
                    new XElement(Task + "MultipleInstancesPolicy", "IgnoreNew"),
                    new XElement(Task + "StartWhenAvailable", "true"),
                    new XElement(Task + "Enabled", "true")),
                new XElement(
                    Task + "Actions",
                    new XElement(
                        Task + "Exec",
                        new XElement(Task + "Command", command.Program),
                        new XElement(Task + "Arguments", string.Join(' ', command.Arguments.Select(Quote)))))));
        return $"{task.Declaration}\n{task}\n";
    }

    private static IEnumerable<XElement> Triggers(ScheduledCommand command)
    {
        CronExpression cron = command.Schedule.Cron;
        foreach (int hour in cron.IsHourly ? [0] : cron.Hours.Values)
        {
            foreach (int minute in cron.Minutes.Values)
            {
                foreach (XElement days in Days(cron))
                {
                    yield return new XElement(
                        Task + "CalendarTrigger",
                        cron.IsHourly
                            ? new XElement(Task + "Repetition", new XElement(Task + "Interval", "PT1H"), new XElement(Task + "Duration", "P1D"))
                            : null,
                        new XElement(Task + "StartBoundary", string.Create(CultureInfo.InvariantCulture, $"2026-01-01T{hour:00}:{minute:00}:00")),
                        days);
                }
            }
        }
    }

    private static IEnumerable<XElement> Days(CronExpression cron)
    {
        bool hasDays = cron.IsLastDay || cron.HasDays;
        if (hasDays)
        {
            IEnumerable<string> days = cron.IsLastDay ? ["Last"] : cron.Days.Values.Select(day => day.ToString(CultureInfo.InvariantCulture));
            yield return new XElement(
                Task + "ScheduleByMonth",
                new XElement(Task + "DaysOfMonth", days.Select(day => new XElement(Task + "Day", day))),
                Months(cron));
        }

        if (cron.HasWeekdays || (!hasDays && cron.Months.Count < 12))
        {
            yield return cron.Months.Count == 12
                ? new XElement(Task + "ScheduleByWeek", new XElement(Task + "WeeksInterval", 1), Weekdays(cron))
                : new XElement(
                    Task + "ScheduleByMonthDayOfWeek",
                    new XElement(Task + "Weeks", new[] { "1", "2", "3", "4", "Last" }.Select(week => new XElement(Task + "Week", week))),
                    Weekdays(cron),
                    Months(cron));
        }
        else if (!hasDays)
        {
            yield return new XElement(Task + "ScheduleByDay", new XElement(Task + "DaysInterval", 1));
        }
    }

    private static XElement Weekdays(CronExpression cron)
        => new(Task + "DaysOfWeek", cron.Weekdays.Values.Select(day => new XElement(Task + ((DayOfWeek)day).ToString())));

    private static XElement Months(CronExpression cron) => new(
        Task + "Months", cron.Months.Values.Select(month => new XElement(Task + CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month))));

    // As the C runtime splits a command line: backslashes count only before a quote.
    private static string Quote(string word)
    {
        if (word.Length > 0 && !word.AsSpan().ContainsAny(" \t\""))
        {
            return word;
        }

        string escaped = word.Replace("\"", "\\\"", StringComparison.Ordinal);
        return escaped.EndsWith('\\') ? $"\"{escaped}\\\"" : $"\"{escaped}\"";
    }
}

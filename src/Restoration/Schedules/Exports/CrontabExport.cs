namespace Restoration.Schedules.Exports;

/// <summary>A crontab line (crontab(5)). A percent sign is a line break there, so it is escaped.</summary>
internal static class CrontabExport
{
    public static string Write(ScheduledCommand command)
    {
        CronExpression cron = command.Schedule.Cron;
        string line = string.Join(' ', command.Arguments.Prepend(command.Program).Select(ShellWord.Quote)).Replace("%", "\\%", StringComparison.Ordinal);
        string fields = cron.Text;
        if (cron.IsLastDay)
        {
            if (cron.HasWeekdays)
            {
                throw ScheduleExport.CannotKeep(command, "A crontab", "it has no last day of the month that goes with days of the week");
            }

            fields = $"{cron.Fields[0]} {cron.Fields[1]} 28-31 {cron.Fields[3]} *";
            line = $"[ \"$(TZ={command.Schedule.TimeZone} date -d tomorrow +\\%d)\" = 01 ] && {line}";
        }

        return $"# {command.Name}: {command.Schedule}. Where cron does not know CRON_TZ (Debian's), the times are those of the machine.\n"
            + $"CRON_TZ={command.Schedule.TimeZone}\n{fields} {line}\n";
    }
}

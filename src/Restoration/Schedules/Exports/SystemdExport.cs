using System.Globalization;

namespace Restoration.Schedules.Exports;

/// <summary>A service and its timer (systemd.service(5), systemd.timer(5), systemd.time(7)).</summary>
internal static class SystemdExport
{
    private static readonly string[] Weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static string Write(ScheduledCommand command)
    {
        string unit = UnitName(command.Name);
        string line = string.Join(' ', command.Arguments.Prepend(command.Program).Select(Quote));
        return $"""
            # /etc/systemd/system/{unit}.service
            [Unit]
            Description={Escape(command.Name)}

            [Service]
            Type=oneshot
            ExecStart={line}

            # /etc/systemd/system/{unit}.timer
            [Unit]
            Description={Escape(command.Name)}: {Escape(command.Schedule.ToString())}

            [Timer]
            {string.Join('\n', OnCalendar(command.Schedule))}
            Persistent=true

            [Install]
            WantedBy=timers.target

            """;
    }

    // Two day fields of cron that are both restricted mean either; systemd's mean both, so each gets a line of its own.
    private static IEnumerable<string> OnCalendar(Schedule schedule)
    {
        CronExpression cron = schedule.Cron;
        string months = Values(cron.Months, 12);
        string time = $"{Values(cron.Hours, 24)}:{Values(cron.Minutes, 60)}:00 {schedule.TimeZone}";
        bool hasDays = cron.IsLastDay || cron.HasDays;
        if (hasDays || !cron.HasWeekdays)
        {
            string day = cron.IsLastDay ? "~01" : $"-{Values(cron.Days, 31)}";
            yield return $"OnCalendar=*-{months}{day} {time}";
        }

        if (cron.HasWeekdays)
        {
            string days = string.Join(',', cron.Weekdays.Values.Select(day => Weekdays[day]));
            yield return $"OnCalendar={days} *-{months}-* {time}";
        }
    }

    private static string Values(CronField field, int all) => field.Count == all
        ? "*"
        : string.Join(',', field.Values.Select(value => value.ToString("00", CultureInfo.InvariantCulture)));

    private static string UnitName(string name) => "restoration-"
        + string.Concat(name.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).Trim('-');

    private static string Escape(string text) => text.Replace("%", "%%", StringComparison.Ordinal);

    private static string Quote(string word) => ShellWord.IsPlain(word)
        ? word
        : $"\"{Escape(word).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal)}\"";
}

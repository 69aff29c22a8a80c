using System.Xml.Linq;
using Restoration.Failures;
using Restoration.Formats.TimeZones;
using Restoration.Schedules;
using Restoration.Schedules.Exports;

namespace Restoration.Tests.Schedules;

public sealed class ScheduleExportTests
{
    [Theory]
    [InlineData("daily at 22:30", "30 22 * * * restoration backup plan run 'Every night'")]
    [InlineData("*/15 8-17 * * mon-fri", "*/15 8-17 * * mon-fri restoration backup plan run 'Every night'")]
    [InlineData("monthly on last at 23:00", "0 23 28-31 * * [ \"$(TZ=Europe/Berlin date -d tomorrow +\\%d)\" = 01 ] && restoration backup plan run 'Every night'")]
    public void A_crontab_has_the_zone_and_one_line(string schedule, string line)
    {
        string[] lines = Write(schedule, SchedulerKind.Crontab).TrimEnd('\n').Split('\n');
        Assert.StartsWith("# Every night: ", lines[0]);
        Assert.Equal(["CRON_TZ=Europe/Berlin", line], lines[1..]);
    }

    [Fact]
    public void Percent_signs_and_quotes_reach_the_program_as_they_are()
        => Assert.Contains("run 'It'\\''s 100\\%'", ScheduleExport.Write(Command("daily", "It's 100%"), SchedulerKind.Crontab));

    [Theory]
    [InlineData("daily at 22:30", "OnCalendar=*-*-* 22:30:00 Europe/Berlin")]
    [InlineData("weekly on monday, friday at 6:05", "OnCalendar=Mon,Fri *-*-* 06:05:00 Europe/Berlin")]
    [InlineData("hourly at :30", "OnCalendar=*-*-* *:30:00 Europe/Berlin")]
    [InlineData("monthly on last at 23:00", "OnCalendar=*-*~01 23:00:00 Europe/Berlin")]
    [InlineData("0 4 1,15 6 *", "OnCalendar=*-06-01,15 04:00:00 Europe/Berlin")]
    [InlineData("0 4 13 * fri", "OnCalendar=*-*-13 04:00:00 Europe/Berlin", "OnCalendar=Fri *-*-* 04:00:00 Europe/Berlin")]
    public void A_timer_comes_when_the_schedule_does(string schedule, params string[] lines)
    {
        string text = Write(schedule, SchedulerKind.Systemd);
        Assert.Equal(lines, text.Split('\n').Where(line => line.StartsWith("OnCalendar=", StringComparison.Ordinal)));
        Assert.Contains("ExecStart=restoration backup plan run \"Every night\"\n", text);
        Assert.Contains("Persistent=true", text);
    }

    [Theory]
    [InlineData("daily at 22:30", 1, "ScheduleByDay", "22:30")]
    [InlineData("weekdays at 22:30", 1, "ScheduleByWeek", "22:30")]
    [InlineData("monthly on last at 01:00", 1, "ScheduleByMonth", "01:00")]
    [InlineData("0 4 * 6 *", 1, "ScheduleByMonthDayOfWeek", "04:00")]
    [InlineData("0 4,16 13 * fri", 4, "ScheduleByMonth", "04:00")]
    [InlineData("hourly at :30", 1, "ScheduleByDay", "00:30")]
    public void A_task_has_a_trigger_a_time_and_kind_of_day(string schedule, int count, string kind, string time)
    {
        XElement task = XDocument.Parse(Write(schedule, SchedulerKind.TaskScheduler)).Root!;
        XElement[] triggers = [.. task.Descendants(task.Name.Namespace + "CalendarTrigger")];
        Assert.Equal(count, triggers.Length);
        Assert.NotNull(triggers[0].Element(task.Name.Namespace + kind));
        Assert.EndsWith($"T{time}:00", triggers[0].Element(task.Name.Namespace + "StartBoundary")!.Value);
        Assert.Equal(schedule.StartsWith("hourly", StringComparison.Ordinal), triggers[0].Element(task.Name.Namespace + "Repetition") is not null);
    }

    [Fact]
    public void A_task_of_more_triggers_than_a_task_may_have_is_refused()
        => Assert.Equal(
            FailureCode.NotSupported,
            Assert.Throws<RestorationException>(() => Write("*/5 8-17 * * *", SchedulerKind.TaskScheduler)).Code);

    [Theory]
    [InlineData("daily at 22:30", "-DayInterval 1")]
    [InlineData("hourly", "-HourInterval 1")]
    [InlineData("weekly on monday, friday", "-WeekInterval 1 -DaysOfWeek Monday, Friday")]
    [InlineData("0 4 1,15 * *", "-MonthInterval 1 -DaysOfMonth 1, 15")]
    [InlineData("monthly on last", "-MonthInterval 1 -DaysOfMonth LastDay")]
    public void Azure_Automation_gets_a_schedule_a_time(string schedule, string interval)
    {
        string text = Write(schedule, SchedulerKind.AzureAutomation);
        Assert.Contains($" -TimeZone 'Europe/Berlin' {interval}\n", text);
        Assert.Contains("New-AzAutomationSchedule @account -Name 'Every night 1'", text);
    }

    [Theory]
    [InlineData("0 4 * 6 *")]
    [InlineData("0 4 13 * fri")]
    public void What_Azure_Automation_cannot_keep_is_refused(string schedule)
        => Assert.Equal(FailureCode.NotSupported, Assert.Throws<RestorationException>(() => Write(schedule, SchedulerKind.AzureAutomation)).Code);

    private static string Write(string schedule, SchedulerKind kind) => ScheduleExport.Write(Command(schedule, "Every night"), kind);

    private static ScheduledCommand Command(string schedule, string name) => new(
        name, Schedule.Parse(schedule, "Europe/Berlin", TimeZoneCatalog.Default), "restoration", ["backup", "plan", "run", name]);
}

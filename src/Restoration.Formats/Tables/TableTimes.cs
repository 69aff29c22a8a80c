using Restoration.Failures;
using Restoration.Formats.Graph;
using Restoration.Items;

namespace Restoration.Formats.Tables;

/// <summary>When the appointment of a row starts and ends.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end, exclusive; null if the table does not say.</param>
/// <param name="IsAllDay">Whether it lasts whole days.</param>
internal readonly record struct TableTimes(CalendarTime Start, CalendarTime? End, bool IsAllDay)
{
    /// <summary>Reads the times of a row.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidDate"/> or <see cref="FailureCode.TimeZoneRequired"/>: they cannot be read, or nobody knows what they mean.
    /// </exception>
    public static TableTimes Read(TableRow row, TableOptions options)
    {
        TableMoment start = MomentOf(row, TableField.Start, TableField.StartDate, TableField.StartTime, options)
            ?? throw new RestorationException(FailureCode.InvalidDate, "The row has no start.");
        TableMoment? end = MomentOf(row, TableField.End, TableField.EndDate, TableField.EndTime, options);
        bool isAllDay = TableWords.Truth(row.Trimmed(TableField.IsAllDay)) ?? (!start.HasTime && end is not { HasTime: true });
        TableTimes times = isAllDay ? Days(start, end) : Timed(row, options, start, end);
        return times.End is { } last && last.CompareTo(times.Start) < 0
            ? throw new RestorationException(FailureCode.InvalidDate, $"The appointment ends ({last}) before it starts ({times.Start}).")
            : times;
    }

    /// <summary>The moment that three cells say; null if they are empty.</summary>
    public static TableMoment? MomentOf(TableRow row, TableField both, TableField day, TableField time, TableOptions options)
        => row.Trimmed(both) is { } whole ? TableMoment.Read(whole, options.Order)
            : row.Trimmed(day) is { } date ? TableMoment.Read(date, row.Trimmed(time), options.Order)
            : null;

    // Midnight after the last day is written as a time; without a time the last day is meant itself.
    private static TableTimes Days(TableMoment start, TableMoment? end)
    {
        DateOnly first = DateOnly.FromDateTime(start.Local);
        DateOnly? last = end is { } moment ? DateOnly.FromDateTime(moment.Local) : null;
        bool isInclusive = last <= first || end is { HasTime: false };
        CalendarTime? next = last is null ? null : CalendarTime.OfDate(isInclusive && last >= first ? last.Value.AddDays(1) : last.Value);
        return new TableTimes(CalendarTime.OfDate(first), next ?? CalendarTime.OfDate(first.AddDays(1)), IsAllDay: true);
    }

    // A day is no time of day: midnight would be made up.
    private static TableTimes Timed(TableRow row, TableOptions options, TableMoment start, TableMoment? end)
    {
        if (!start.HasTime)
        {
            throw new RestorationException(
                FailureCode.InvalidDate,
                FormattableString.Invariant($"The appointment starts on {start.Local:yyyy-MM-dd}, but nothing says at what time, and it does not last whole days."));
        }

        string? zone = row.Trimmed(TableField.StartZone) ?? options.TimeZone;
        CalendarTime first = Bind(start, zone);
        return new TableTimes(first, end is { } moment ? Bind(moment, row.Trimmed(TableField.EndZone) ?? zone) : null, IsAllDay: false);
    }

    private static CalendarTime Bind(TableMoment moment, string? zone) => moment.IsUtc ? CalendarTime.OfUtc(moment.Local)
        : zone is not null ? GraphTime.InZone(moment.Local, zone)
        : throw new RestorationException(
            FailureCode.TimeZoneRequired,
            FormattableString.Invariant($"Nothing says which time zone '{moment.Local:yyyy-MM-dd HH:mm:ss}' is in. Name the time zone of the file."));
}

using System.Globalization;
using Restoration.Failures;

namespace Restoration.Items;

/// <summary>A date or date-time as a calendar holds it: what was written, and the instant that it stands for.</summary>
public readonly record struct CalendarTime : IComparable<CalendarTime>, IComparable
{
    private CalendarTime(TimeKind kind, DateTime local, TimeSpan? offset, string? timeZone, string? ianaTimeZone)
    {
        Kind = kind;
        Local = local;
        Offset = offset;
        TimeZone = timeZone;
        IanaTimeZone = ianaTimeZone;
    }

    /// <summary>What the time is bound to.</summary>
    public TimeKind Kind { get; }

    /// <summary>The reading of the clock, or midnight of the day; its <see cref="DateTime.Kind"/> is unspecified.</summary>
    public DateTime Local { get; }

    /// <summary>The offset from UTC; null for dates, floating times and zones that nobody knows.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>The zone's name as it was written.</summary>
    public string? TimeZone { get; }

    /// <summary>The zone's name in the tz database, where it could be found.</summary>
    public string? IanaTimeZone { get; }

    /// <summary>The instant, if the time stands for one; at the ends of the years that can be written, the first or the last.</summary>
    public DateTimeOffset? Instant => Offset is { } offset
        ? new DateTimeOffset(Math.Clamp(Local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero)
        : null;

    /// <summary>An instant to sort and to search by; dates and floating times count as if they were UTC.</summary>
    public DateTimeOffset SortKey => Instant ?? new DateTimeOffset(Local, TimeSpan.Zero);

    /// <summary>A day.</summary>
    public static CalendarTime OfDate(DateOnly date)
        => new(TimeKind.Date, date.ToDateTime(TimeOnly.MinValue), null, null, null);

    /// <summary>A clock reading without a zone.</summary>
    public static CalendarTime OfFloating(DateTime local)
        => new(TimeKind.Floating, DateTime.SpecifyKind(local, DateTimeKind.Unspecified), null, null, null);

    /// <summary>An instant in UTC.</summary>
    public static CalendarTime OfUtc(DateTime utc)
        => new(TimeKind.Utc, DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), TimeSpan.Zero, null, null);

    /// <summary>A clock reading in a zone.</summary>
    /// <param name="local">The reading.</param>
    /// <param name="offset">The offset that holds then; null if the zone is not known.</param>
    /// <param name="timeZone">The zone as it was written.</param>
    /// <param name="ianaTimeZone">The zone's name in the tz database, if it has one.</param>
    public static CalendarTime OfZone(DateTime local, TimeSpan? offset, string timeZone, string? ianaTimeZone)
        => new(TimeKind.Zoned, DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset, timeZone, ianaTimeZone);

    /// <summary>Reads the form that <see cref="ToString"/> writes; a zone comes back as its offset only.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidDate"/></exception>
    public static CalendarTime Parse(string text) => TryParse(text, out CalendarTime time)
        ? time
        : throw new RestorationException(
            FailureCode.InvalidDate, $"'{text}' is no time of a calendar. Write 2026-11-03, 2026-11-03T09:00:00, 2026-11-03T09:00:00Z or 2026-11-03T09:00:00+01:00.", text);

    /// <inheritdoc cref="Parse"/>
    /// <returns>False if the text is not of that form.</returns>
    public static bool TryParse(string? text, out CalendarTime time)
    {
        const DateTimeStyles Style = DateTimeStyles.None;
        CultureInfo culture = CultureInfo.InvariantCulture;
        CalendarTime? read = text?.Length switch
        {
            10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, Style, out DateOnly date) => OfDate(date),
            19 when IsoClock.TryRead(text, out DateTime floating) => OfFloating(floating),
            20 when text[^1] == 'Z' && IsoClock.TryRead(text, out DateTime utc) => OfUtc(utc),
            25 when DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", culture, Style, out DateTimeOffset zoned)
                => OfZone(zoned.DateTime, zoned.Offset, "", null),
            _ => null,
        };
        time = read ?? default;
        return read is not null;
    }

    /// <summary>Orders by <see cref="SortKey"/>.</summary>
    public int CompareTo(CalendarTime other) => SortKey.CompareTo(other.SortKey);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is CalendarTime other ? CompareTo(other) : 1;

    /// <summary>
    /// ISO 8601: <c>2026-11-03</c> for a date, <c>2026-11-03T09:00:00</c> floating, <c>…Z</c> in UTC, <c>…+01:00</c> in a zone.
    /// </summary>
    public override string ToString() => Kind switch
    {
        TimeKind.Date => Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeKind.Utc => Local.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        TimeKind.Zoned when Offset is { } offset => Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + Sign(offset),
        _ => Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
    };

    // Before the days of standard time offsets had seconds; ISO 8601 has no place for them.
    private static string Sign(TimeSpan offset)
        => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh':'mm", CultureInfo.InvariantCulture);
}

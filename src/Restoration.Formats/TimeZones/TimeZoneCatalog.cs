using System.Collections.Concurrent;
using NodaTime.TimeZones;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.TimeZones;

/// <summary>
/// The time zones of the world, by any of the names that calendars call them: the tz database's, Windows', Outlook's and
/// Exchange's display names, those of Lotus Notes, Google, Rails and Java, names behind a prefix (<c>/mozilla.org/…/Europe/Berlin</c>)
/// and plain offsets. Safe to use from several threads.
/// </summary>
public sealed class TimeZoneCatalog : ITimeZoneCatalog
{
    private readonly ConcurrentDictionary<ZoneIdentity, CalendarTimeZone> _zones = new();
    private readonly ZoneNameCache _names;

    private TimeZoneCatalog() => _names = new ZoneNameCache(Resolve);

    /// <summary>The catalogue of the tz database that this program carries.</summary>
    public static TimeZoneCatalog Default { get; } = new();

    /// <summary>The names of the tz database.</summary>
    public static IReadOnlyCollection<string> Names => [.. TzdbDateTimeZoneSource.Default.GetIds().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The zone that a name stands for; null if nobody knows. <see cref="CalendarTimeZone.IanaName"/> is the name that stays:
    /// a name that was only respelt or retired becomes the present one (Asia/Calcutta → Asia/Kolkata, US/Eastern → America/New_York),
    /// but a place keeps its own name even where its clocks agree with a neighbour's (Europe/Oslo is not Europe/Berlin).
    /// </summary>
    public CalendarTimeZone? Find(string? name) => Find(name.AsSpan());

    /// <inheritdoc cref="Find(string?)"/>
    public CalendarTimeZone? Find(ReadOnlySpan<char> name) => _names.Find(name);

    /// <summary>
    /// A zone by the rules of a VTIMEZONE (RFC 5545 §3.6.5). Before the first onset its TZOFFSETFROM holds. What cannot be read
    /// is passed over: this never fails.
    /// </summary>
    public CalendarTimeZone Define(IReadOnlyList<Observance> observances) => new DefinedTimeZone(observances);

    /// <summary>The rules of a zone of the tz database, to be written as a VTIMEZONE.</summary>
    /// <param name="ianaName">Any name that <see cref="Find(string?)"/> knows.</param>
    /// <param name="fromUtc">The first instant that they have to be right for.</param>
    /// <param name="untilUtc">The instant after the last; null if they have to be right ever after.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.TimeZoneNotFound"/></exception>
    public IReadOnlyList<Observance> Describe(string ianaName, DateTime fromUtc, DateTime? untilUtc)
        => ZoneDescription.Of(Require(ianaName), fromUtc, untilUtc);

    /// <inheritdoc/>
    public string? FindIanaName(string name) => Find(name)?.IanaName;

    /// <inheritdoc/>
    public DateTimeOffset ToInstant(DateTime local, string name)
    {
        long utc = local.Ticks - Require(name).OffsetOfLocal(local).Ticks;
        return new DateTimeOffset(Math.Clamp(utc, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public DateTimeOffset ToLocal(DateTimeOffset instant, string name)
    {
        // A DateTimeOffset has whole minutes only; clocks before the days of standard time did not care.
        TimeSpan offset = Require(name).OffsetOfUtc(instant.UtcDateTime);
        TimeSpan minutes = TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes));
        long local = instant.UtcTicks + minutes.Ticks;
        return local < DateTime.MinValue.Ticks || local > DateTime.MaxValue.Ticks ? instant.ToUniversalTime() : new DateTimeOffset(local, minutes);
    }

    private CalendarTimeZone Require(string name)
        => Find(name) ?? throw new RestorationException(
            FailureCode.TimeZoneNotFound,
            $"'{name}' is no time zone that the tz database or Windows knows. Use a name such as 'Europe/Berlin' or 'W. Europe Standard Time'.",
            name);

    private CalendarTimeZone? Resolve(string name)
        => ZoneNames.Resolve(name) is { } identity ? _zones.GetOrAdd(identity, Create) : null;

    private static CalendarTimeZone Create(ZoneIdentity identity)
        => identity.IanaName is { } name
            ? new TzdbTimeZone(TzdbDateTimeZoneSource.Default.ForId(name))
            : new FixedTimeZone(identity.Offset, null);
}

using System.Text;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Zones;

/// <summary>A time zone as a file names it.</summary>
/// <param name="Name">The TZID, as written.</param>
/// <param name="Zone">The zone; null if nobody knows it.</param>
/// <param name="Identity">What two names of the same zone have in common.</param>
internal sealed record NamedZone(string Name, CalendarTimeZone? Zone, string Identity)
{
    /// <summary><see cref="Identity"/> in UTF-8.</summary>
    public byte[] IdentityBytes { get; } = Encoding.UTF8.GetBytes(Identity);

    /// <summary>The VTIMEZONE that defines it; empty for a zone that the world knows, and for one that nobody knows.</summary>
    public ReadOnlyMemory<byte> Definition { get; init; }

    /// <summary>A clock reading in the zone.</summary>
    public CalendarTime At(DateTime local)
        => CalendarTime.OfZone(local, Zone is null ? null : Whole(Zone.OffsetOfLocal(local), local), Name, Zone?.IanaName);

    /// <summary>The clock reading in the zone at an instant.</summary>
    public CalendarTime AtInstant(DateTime utc)
    {
        TimeSpan offset = Whole(Zone!.OffsetOfUtc(utc), utc);
        return CalendarTime.OfZone(new DateTime(Math.Clamp(utc.Ticks + offset.Ticks, 0, DateTime.MaxValue.Ticks)), offset, Name, Zone.IanaName);
    }

    // ISO 8601 and DateTimeOffset have offsets of whole minutes; those with seconds were given up by 1972.
    // At the ends of the calendar no offset may lead out of it.
    private static TimeSpan Whole(TimeSpan offset, DateTime near)
    {
        TimeSpan whole = TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes));
        bool isInside = near.Ticks > TimeSpan.TicksPerDay && near.Ticks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay;
        return isInside && whole.Duration() < TimeSpan.FromHours(14) ? whole : isInside ? Math.Sign(whole.Ticks) * TimeSpan.FromHours(14) : TimeSpan.Zero;
    }
}

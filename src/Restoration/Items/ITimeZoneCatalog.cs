namespace Restoration.Items;

/// <summary>The time zones of the world, by any of the names that calendars call them.</summary>
public interface ITimeZoneCatalog
{
    /// <summary>The tz database's name for a zone; null if nobody knows it.</summary>
    /// <param name="name">An IANA, Windows, Outlook or Exchange name, in any case.</param>
    string? FindIanaName(string name);

    /// <summary>The instant of a clock reading. In a gap the offset before it applies, in an overlap the first (RFC 5545 §3.3.5).</summary>
    /// <param name="local">The reading.</param>
    /// <param name="name">Any name that <see cref="FindIanaName"/> knows.</param>
    DateTimeOffset ToInstant(DateTime local, string name);

    /// <summary>The reading of the clock at an instant, with the offset that holds then.</summary>
    DateTimeOffset ToLocal(DateTimeOffset instant, string name);
}

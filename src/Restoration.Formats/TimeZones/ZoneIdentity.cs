namespace Restoration.Formats.TimeZones;

/// <summary>What a time zone's name stands for.</summary>
/// <param name="IanaName">The name in the tz database; null for an offset that has none there.</param>
/// <param name="Offset">The offset that has no name.</param>
internal readonly record struct ZoneIdentity(string? IanaName, TimeSpan Offset);

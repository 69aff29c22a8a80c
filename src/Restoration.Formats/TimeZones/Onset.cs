namespace Restoration.Formats.TimeZones;

/// <summary>A change of the clocks.</summary>
/// <param name="Utc">When, in ticks.</param>
/// <param name="OffsetTo">The offset from then on, in ticks.</param>
internal readonly record struct Onset(long Utc, long OffsetTo);

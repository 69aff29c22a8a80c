using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>An occurrence in the making: keys of a series' clock.</summary>
/// <param name="Id">The start by the series' own rules.</param>
/// <param name="Start">The real start.</param>
/// <param name="End">The real end.</param>
/// <param name="Override">The override that rules it.</param>
internal readonly record struct SeriesInstance(long Id, long Start, long End, Appointment? Override)
{
    /// <summary>Whether it overlaps a half-open interval; one without a length has to start in it.</summary>
    public bool Overlaps(long from, long to) => Start < to && (End > from || (Start == End && Start >= from));
}

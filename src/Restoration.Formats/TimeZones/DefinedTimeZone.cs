namespace Restoration.Formats.TimeZones;

/// <summary>A zone that a file defines by the observances of a VTIMEZONE.</summary>
internal sealed class DefinedTimeZone(IReadOnlyList<Observance> observances) : CalendarTimeZone
{
    private readonly OnsetTable _onsets = new(observances);

    public override string? IanaName => null;

    private protected override ZoneSpan Find(long utc)
    {
        Onset[] onsets = _onsets.UpTo(utc, out int count);
        int next = FirstAfter(onsets.AsSpan(0, count), utc);
        long before = next > 1 ? onsets[next - 2].OffsetTo : _onsets.FirstOffset;
        long offset = next > 0 ? onsets[next - 1].OffsetTo : _onsets.FirstOffset;
        return ZoneSpan.Between(
            next > 0 ? onsets[next - 1].Utc : long.MinValue,
            before,
            offset,
            next < count ? onsets[next].Utc : long.MaxValue,
            next < count ? onsets[next].OffsetTo : offset);
    }

    private static int FirstAfter(ReadOnlySpan<Onset> onsets, long utc)
    {
        int low = 0;
        int high = onsets.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (onsets[middle].Utc <= utc)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

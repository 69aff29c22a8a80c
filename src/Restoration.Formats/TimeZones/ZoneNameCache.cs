namespace Restoration.Formats.TimeZones;

/// <summary>
/// Remembers what names stand for. Each name has two places where it may sit, and a newcomer drives out whoever sat there longer:
/// a file with millions of made-up names cannot make it grow, a known name costs no allocation, and no thread waits for another.
/// </summary>
internal sealed class ZoneNameCache(Func<string, CalendarTimeZone?> resolve)
{
    private const int Places = 1024;

    // No name of a time zone is this long; longer text is not worth a look.
    private const int LongestName = 256;

    private readonly Entry?[] _places = new Entry?[Places];

    public CalendarTimeZone? Find(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        int first = string.GetHashCode(name) & (Places - 1);
        int second = first ^ 1;
        Entry? entry = _places[first];
        if (entry is not null && name.SequenceEqual(entry.Name))
        {
            return entry.Zone;
        }

        Entry? other = _places[second];
        if (other is not null && name.SequenceEqual(other.Name))
        {
            return other.Zone;
        }

        string text = name.ToString();
        CalendarTimeZone? zone = resolve(text);
        _places[second] = entry;
        _places[first] = new Entry(text, zone);
        return zone;
    }

    private sealed record Entry(string Name, CalendarTimeZone? Zone);
}

using System.Collections.Frozen;

namespace Restoration.Formats.TimeZones;

/// <summary>
/// The names that Windows, Outlook and Exchange show to people: <c>(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna</c>.
/// They changed over the years, in their order, their offsets and their separators (Zimbra and Exchange write
/// <c>(GMT+01.00) Sarajevo/Warsaw/Zagreb</c>), but a place never moved to another zone: the first place that is known decides.
/// </summary>
internal static class DisplayNames
{
    private static readonly char[] Separators = [',', ';', '/', ':'];

    private static readonly FrozenDictionary<string, string> Places = ReadPlaces();

    /// <summary>The tz database's name of the zone; null if no place in the text is known.</summary>
    public static string? Find(string text)
    {
        string places = text;
        if (places.StartsWith('('))
        {
            int end = places.IndexOf(')', StringComparison.Ordinal);
            places = end < 0 ? "" : places[(end + 1)..];
        }

        foreach (string place in places.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Places.TryGetValue(place, out string? zone))
            {
                return zone;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> ReadPlaces()
    {
        Dictionary<string, string> places = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string zone, string names) in DisplayedPlaces.OfZones)
        {
            foreach (string place in names.Split(Separators, StringSplitOptions.TrimEntries))
            {
                places.Add(place, zone);
            }
        }

        return places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

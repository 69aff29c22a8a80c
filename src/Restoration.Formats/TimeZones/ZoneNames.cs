using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Restoration.Formats.TimeZones;

/// <summary>Finds out what a time zone's name stands for. Slow and thorough: the answers are remembered elsewhere.</summary>
internal static class ZoneNames
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    // The tz database's spelling of each of its names.
    private static readonly FrozenDictionary<string, string> Ids =
        Source.GetIds().ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    // A name that the table of places lists is a place of its own, even if the database keeps its clocks under another's name.
    private static readonly FrozenSet<string> Places =
        (Source.ZoneLocations ?? []).Select(location => location.ZoneId).ToFrozenSet(StringComparer.Ordinal);

    // Berlin → Europe/Berlin: the last part of a name, which is what people and Rails call a zone.
    private static readonly FrozenDictionary<string, string> Cities =
        Places.GroupBy(City, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.Single(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What the name stands for; null if nobody knows.</summary>
    public static ZoneIdentity? Resolve(string name)
    {
        string text = name.Trim(' ', '\t', '\r', '\n', '"', '\'', '\u00A0').Replace('\u00A0', ' ');
        return text.Length == 0 ? null : Known(text) ?? BehindPrefix(text) ?? InNotesText(text) ?? WithSlashes(text);
    }

    private static ZoneIdentity? Known(string text)
        => InDatabase(text)
            ?? Named(WindowsZones.Find(text))
            ?? OffsetNames.Find(text)
            ?? Named(Cities.GetValueOrDefault(text.Replace('_', ' ')))
            ?? Named(DisplayNames.Find(text));

    private static ZoneIdentity? InDatabase(string text)
        => Ids.TryGetValue(text, out string? id) || Ids.TryGetValue(text.Replace(' ', '_'), out id) ? Named(id) : null;

    private static ZoneIdentity? Named(string? ianaName)
        => ianaName is null ? null : new ZoneIdentity(Lasting(ianaName), TimeSpan.Zero);

    // /mozilla.org/20050126_1/Europe/Berlin, /freeassociation.sourceforge.net/Tzfile/Europe/Berlin, tzone://Microsoft/Utc
    private static ZoneIdentity? BehindPrefix(string text)
    {
        for (int slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = text.IndexOf('/', slash + 1))
        {
            if (Known(text[(slash + 1)..]) is { } identity)
            {
                return identity;
            }
        }

        return null;
    }

    // Notes writes a zone as Z=-1$DO=1$DL=3 -1 1 10 -1 1$ZX=33$ZN=W. Europe; only the name is needed.
    private static ZoneIdentity? InNotesText(string text)
    {
        int start = text.IndexOf("ZN=", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : Known(text[(start + 3)..].Split('$', '|')[0].Trim());
    }

    // US-Eastern, Europe-Berlin, America_New York
    private static ZoneIdentity? WithSlashes(string text)
    {
        int separator = text.AsSpan().IndexOfAny('-', '_', '\\');
        return separator < 0 ? null : InDatabase($"{text[..separator]}/{text[(separator + 1)..]}");
    }

    // Links come in two kinds. Where a name was respelt or retired, the present one is the same zone under its lasting name.
    // Where the database only merged clocks that agree since 1970, the place keeps the name that its people know.
    private static string Lasting(string id)
        => RespeltPlaces.GetValueOrDefault(id) ?? (Places.Contains(id) ? id : Source.CanonicalIdMap[id]);

    // Respelt places whose clocks are another place's too: following the link would lead to the wrong country.
    // And the four American zones that were named by rule before they were named by city.
    private static readonly FrozenDictionary<string, string> RespeltPlaces = new Dictionary<string, string>
    {
        ["Africa/Asmera"] = "Africa/Asmara",
        ["Africa/Timbuktu"] = "Africa/Bamako",
        ["America/Coral_Harbour"] = "America/Atikokan",
        ["America/Virgin"] = "America/St_Thomas",
        ["Atlantic/Jan_Mayen"] = "Arctic/Longyearbyen",
        ["Iceland"] = "Atlantic/Reykjavik",
        ["Pacific/Ponape"] = "Pacific/Pohnpei",
        ["Pacific/Truk"] = "Pacific/Chuuk",
        ["Pacific/Yap"] = "Pacific/Chuuk",
        ["EST5EDT"] = "America/New_York",
        ["CST6CDT"] = "America/Chicago",
        ["MST7MDT"] = "America/Denver",
        ["PST8PDT"] = "America/Los_Angeles",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}

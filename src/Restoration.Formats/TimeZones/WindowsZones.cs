using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Restoration.Formats.TimeZones;

/// <summary>The names that Windows gives to time zones, and what others made of them.</summary>
internal static class WindowsZones
{
    private const string Standard = " Standard Time";
    private const string Daylight = " Daylight Time";

    // Names that Windows has retired, those that calendars use though no Windows had them, and the abbreviations
    // that mean one zone only.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Armenian Standard Time"] = "Asia/Yerevan",
        ["Kamchatka Standard Time"] = "Asia/Kamchatka",
        ["Mexico Standard Time"] = "America/Mexico_City",
        ["Mexico Standard Time 2"] = "America/Mazatlan",
        ["Mid-Atlantic Standard Time"] = "Etc/GMT+2",
        ["Azerbijan Standard Time"] = "Asia/Baku",
        ["Russia TZ 1 Standard Time"] = "Europe/Kaliningrad",
        ["Russia TZ 2 Standard Time"] = "Europe/Moscow",
        ["Russia TZ 3 Standard Time"] = "Europe/Samara",
        ["Russia TZ 4 Standard Time"] = "Asia/Yekaterinburg",
        ["Russia TZ 5 Standard Time"] = "Asia/Omsk",
        ["Russia TZ 6 Standard Time"] = "Asia/Krasnoyarsk",
        ["Russia TZ 7 Standard Time"] = "Asia/Irkutsk",
        ["Russia TZ 8 Standard Time"] = "Asia/Yakutsk",
        ["Russia TZ 9 Standard Time"] = "Asia/Vladivostok",
        ["Malay Peninsula Standard Time"] = "Asia/Singapore",
        ["Jerusalem Standard Time"] = "Asia/Jerusalem",
        ["GFT Standard Time"] = "America/Cayenne",
        ["GMT Summer Time"] = "Europe/London",
        ["British Summer Time"] = "Europe/London",
        ["Central European Time"] = "Europe/Berlin",
        ["Central European Summer Time"] = "Europe/Berlin",
        ["Mitteleuropäische Zeit"] = "Europe/Berlin",
        ["Mitteleuropäische Sommerzeit"] = "Europe/Berlin",
        ["Westeuropäische Normalzeit"] = "Europe/Berlin",
        ["Eastern European Time"] = "Europe/Helsinki",
        ["Western European Time"] = "Europe/Lisbon",
        ["Greenwich Mean Time"] = "Etc/GMT",
        ["Japan Standard Time"] = "Asia/Tokyo",
        ["Moscow Standard Time"] = "Europe/Moscow",
        ["CEST"] = "Europe/Berlin",
        ["MEZ"] = "Europe/Berlin",
        ["MESZ"] = "Europe/Berlin",
        ["EEST"] = "Europe/Helsinki",
        ["EDT"] = "America/New_York",
        ["CDT"] = "America/Chicago",
        ["MDT"] = "America/Denver",
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["AKST"] = "America/Anchorage",
        ["AKDT"] = "America/Anchorage",
        ["JST"] = "Asia/Tokyo",
        ["KST"] = "Asia/Seoul",
        ["MSK"] = "Europe/Moscow",
        ["NZST"] = "Pacific/Auckland",
        ["NZDT"] = "Pacific/Auckland",
        ["AEST"] = "Australia/Sydney",
        ["AEDT"] = "Australia/Sydney",
    };

    private static readonly FrozenDictionary<string, string> Names = All();

    /// <summary>
    /// The tz database's name of a Windows zone. Lotus Notes leaves "Standard Time" away, and some write "Daylight Time"
    /// in summer: the zone is the same.
    /// </summary>
    public static string? Find(string name)
    {
        string stem = name.EndsWith(Daylight, StringComparison.OrdinalIgnoreCase) ? name[..^Daylight.Length] : name;
        return Names.GetValueOrDefault(name) ?? Names.GetValueOrDefault(stem + Standard);
    }

    private static FrozenDictionary<string, string> All()
    {
        Dictionary<string, string> names = new(Others, StringComparer.OrdinalIgnoreCase);
        foreach ((string windows, string iana) in TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping)
        {
            names[windows] = iana;
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

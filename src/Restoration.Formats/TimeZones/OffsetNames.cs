using System.Globalization;
using System.Text.RegularExpressions;

namespace Restoration.Formats.TimeZones;

/// <summary>Names that are nothing but an offset: <c>UTC+02:00</c>, <c>GMT+0200</c>, <c>UTC-5</c>, <c>+05:30</c>, <c>Z</c>.</summary>
internal static partial class OffsetNames
{
    /// <summary>What the name stands for; null if it is no offset.</summary>
    public static ZoneIdentity? Find(string text)
    {
        if (string.Equals(text, "Z", StringComparison.OrdinalIgnoreCase) || Universal().IsMatch(text))
        {
            return new ZoneIdentity("Etc/UTC", TimeSpan.Zero);
        }

        Match match = Offset().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int hours = Number(match.Groups["hours"]);
        int minutes = Number(match.Groups["minutes"]);
        if (hours > 18 || minutes > 59)
        {
            return null;
        }

        bool isWest = match.Groups["sign"].Value[0] is '-' or '\u2212';
        return EtcName(isWest, hours, minutes) is { } name
            ? new ZoneIdentity(name, TimeSpan.Zero)
            : new ZoneIdentity(null, new TimeSpan(hours, minutes, 0) * (isWest ? -1 : 1));
    }

    // The names in Etc count west of Greenwich as positive, as POSIX does: Etc/GMT-2 is two hours ahead.
    private static string? EtcName(bool isWest, int hours, int minutes)
        => hours == 0 && minutes == 0 ? "Etc/UTC"
            : minutes == 0 && hours <= (isWest ? 12 : 14) ? $"Etc/GMT{(isWest ? '+' : '-')}{hours}" : null;

    private static int Number(Group group)
        => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<open>\()?(UTC|GMT|UT)?\s*(?<sign>[+\-\u2212])\s*(?<hours>[0-9]{1,2})([:.]?(?<minutes>[0-9]{2}))?(?(open)\)|)(\s*\([^)]*\))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^(\(?(UTC|GMT)\)?\s*)?(coordinated universal time|universal coordinated time|universal time|utc)$|^\((UTC|GMT)\)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Universal();
}

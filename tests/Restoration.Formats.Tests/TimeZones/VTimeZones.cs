using System.Globalization;
using Restoration.Formats.TimeZones;

namespace Restoration.Formats.Tests.TimeZones;

/// <summary>VTIMEZONEs in the shapes that products write them.</summary>
internal static class VTimeZones
{
    /// <summary>Outlook and Exchange: two rules since 1601; DTSTART is not on a day that the rule names. New York.</summary>
    public static IReadOnlyList<Observance> Outlook { get; } =
    [
        Standard("16010101T020000", -4, -5) with { Rule = "FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11" },
        Daylight("16010101T020000", -5, -4) with { Rule = "FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3" },
    ];

    /// <summary>Google: two rules since 1970. Berlin.</summary>
    public static IReadOnlyList<Observance> Google { get; } =
    [
        Daylight("19700329T020000", 1, 2) with { Rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" },
        Standard("19701025T030000", 2, 1) with { Rule = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" },
    ];

    /// <summary>Apple: a past with its own observances, ended in UTC, before the rules of today. New York.</summary>
    public static IReadOnlyList<Observance> Apple { get; } =
    [
        Daylight("19180331T020000", -5, -4) with { Rule = "FREQ=YEARLY;UNTIL=19190330T070000Z;BYMONTH=3;BYDAY=-1SU" },
        Standard("19181027T020000", -4, -5) with { Rule = "FREQ=YEARLY;UNTIL=19191026T060000Z;BYMONTH=10;BYDAY=-1SU" },
        Daylight("19200328T020000", -5, -4) with { Dates = [At("19210424T020000")] },
        Standard("19201031T020000", -4, -5) with { Dates = [At("19210925T020000")] },
        Daylight("19870405T020000", -5, -4) with { Rule = "FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU" },
        Standard("19871025T020000", -4, -5) with { Rule = "FREQ=YEARLY;UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU" },
        Daylight("20070311T020000", -5, -4) with { Rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" },
        Standard("20071104T020000", -4, -5) with { Rule = "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU" },
    ];

    public static Observance Standard(string start, double from, double to) => new(At(start), TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    public static Observance Daylight(string start, double from, double to) => Standard(start, from, to) with { IsDaylight = true };

    public static DateTime At(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}

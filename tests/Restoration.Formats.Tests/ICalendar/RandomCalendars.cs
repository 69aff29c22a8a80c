using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Restoration.Formats.Tests.ICalendar;

/// <summary>A calendar and how many events it has.</summary>
internal sealed record RandomCalendar(string Text, int Events);

/// <summary>Calendars that keep the rules, with whatever the rules allow.</summary>
internal static class RandomCalendars
{
    private static readonly string[] Pieces =
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:X-A", "END:X-A", "BEGIN:", "END:",
        "UID:", "SUMMARY:", "DESCRIPTION:", "DTSTART:", "DTEND;TZID=", "RRULE:FREQ=", "EXDATE:", "DURATION:P", "TRIGGER:-P", "CATEGORIES:", "ATTENDEE;CN=", "TZID:", "RECURRENCE-ID:",
        ";ENCODING=QUOTED-PRINTABLE", ";VALUE=DATE", "20261103", "T090000", "Z", "Europe/Berlin", "DAILY;COUNT=3", "=\r\n", "\r\n", "\r\n", "\r\n", "\n", "\r", "\r\n ", "\t", " ", ":", ";", ",", "=", "\"", "\\", "\\n", "^", "^n", "é", "🙂", "\0", "\u0001", "\v", "\u2028", "1D", "T1H", "//x",
    ];

    private static readonly Gen<string> Word = Gen.Elements("plan", "Grüße", "東京", "🙂", "a:b", "x;y", "1,2", "back\\slash", "\"quoted\"", "^n", "^", " ", "=3D", "tab\t", "\u2028", "\u00A0", "e\u0301");

    private static readonly Gen<string> Text = Word.UpTo(12).Select(words => string.Concat(words));

    private static readonly Gen<string> Escaped = Text.Select(text => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(" ", "\\n", StringComparison.Ordinal));

    private static readonly Gen<string> Parameter =
        from name in Gen.Elements("CN", "X-P", "LANGUAGE", "ROLE", "MEMBER", "X-p")
        from values in Text.UpTo(2)
        select $";{name}=" + string.Join(',', values.Select(value => '"' + value.Replace("\"", "^'", StringComparison.Ordinal) + '"').DefaultIfEmpty("\"\""));

    private static readonly Gen<string> Parameters = Parameter.UpTo(3).Select(parameters => string.Concat(parameters));

    private static readonly Gen<string> Time = Gen.Choose(0, 4_000_000).SelectMany(minutes =>
    {
        string local = new DateTime(1990, 1, 1).AddMinutes(minutes * 10L).ToString("yyyyMMdd'T'HHmmss");
        return Gen.Elements($":{local}", $":{local}Z", $";TZID=Europe/Berlin:{local}", $";TZID=\"Eastern Standard Time\":{local}", $";TZID=Own:{local}", $";TZID=Nowhere:{local}", $";VALUE=DATE:{local[..8]}");
    });

    private static readonly Gen<string> Property = Gen.OneOf(
        Escaped.Select(text => "SUMMARY:" + text),
        Parameters.SelectMany(_ => Escaped, (parameters, text) => $"DESCRIPTION{parameters}:{text}"),
        Escaped.Select(text => "LOCATION:" + text),
        Escaped.UpTo(3).Select(texts => "CATEGORIES:" + string.Join(',', texts)),
        Time.Select(time => "DTEND" + time),
        Time.Select(time => "EXDATE" + time),
        Time.Select(time => "RDATE" + time),
        Time.Select(time => "RECURRENCE-ID" + time),
        Time.Select(time => "X-TIME" + time),
        Gen.Elements("DURATION:PT1H", "DURATION:P1D", "DURATION:-P1W", "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=YEARLY;BYMONTH=2", "EXRULE:FREQ=WEEKLY", "SEQUENCE:2", "CLASS:PRIVATE", "CLASS:X-A", "STATUS:CANCELLED", "PRIORITY:3"),
        Gen.Elements("TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "X-MICROSOFT-CDO-IMPORTANCE:2", "CREATED:20200101T000000Z", "LAST-MODIFIED:20200101T000000Z", "X-RESTORATION-IMMUTABLE-ID:x"),
        Parameters.SelectMany(_ => Gen.Elements("mailto:a@example.com", "MAILTO:B@Example.com", "urn:uuid:1"), (parameters, address) => $"ATTENDEE{parameters}:{address}"),
        Parameters.SelectMany(_ => Text, (parameters, text) => $"X-Raw{parameters}:{text}"),
        Gen.Elements("ATTACH:https://example.com/a", "ATTACH;ENCODING=BASE64;VALUE=BINARY:aGVsbG8=", "GEO:1;2", "URL;VALUE=URI:https://example.com"),
        Escaped.Select(text => $"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:{text}\r\nEND:VALARM"),
        Text.Select(text => $"BEGIN:X-OUTER\r\nX-A:{text}\r\nBEGIN:X-INNER\r\nX-B:{text}\r\nEND:X-INNER\r\nEND:X-OUTER"));

    private static readonly Gen<string> Component =
        from kind in Gen.Frequency((8, Gen.Constant("VEVENT")), (1, Gen.Elements("VTODO", "VJOURNAL", "X-THING")))
        from uid in Gen.Frequency((6, Gen.Choose(1, 1_000_000).Select(number => $"UID:{number}@example.com\r\n")), (1, Gen.Constant("")))
        from start in Time
        from properties in Property.UpTo(9)
        select $"BEGIN:{kind}\r\n{uid}DTSTAMP:20261101T000000Z\r\nDTSTART{start}\r\n{string.Concat(properties.Select(property => property + "\r\n"))}END:{kind}\r\n";

    /// <summary>Calendars.</summary>
    public static Arbitrary<RandomCalendar> Arbitrary { get; } = Component.UpTo(4).Select(components => new RandomCalendar(
        IcsFile.Lines(
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Random//EN", "X-WR-CALNAME:Random",
            "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0133", "END:STANDARD", "END:VTIMEZONE")
        + string.Concat(components) + "END:VCALENDAR\r\n",
        components.Count)).ToArbitrary();

    /// <summary>Bytes that look like a calendar now and then.</summary>
    public static Arbitrary<byte[]> Bytes { get; } = Gen.Frequency(
            (9, Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes)),
            (1, Gen.Choose(0, 255).Select(number => new[] { (byte)number })))
        .UpTo(80)
        .Select(pieces => Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n").Concat(pieces.SelectMany(piece => piece)).ToArray())
        .ToArbitrary();

    private static Gen<IReadOnlyList<T>> UpTo<T>(this Gen<T> one, int most)
        => Gen.Choose(0, most).SelectMany(count => one.ListOf(count)).Select(list => (IReadOnlyList<T>)[.. list]);
}

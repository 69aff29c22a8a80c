using System.Globalization;
using Restoration.Items;

namespace Restoration.Policies.Content;

/// <summary>Reads the values of a content filter as what their properties are.</summary>
internal sealed class ContentValueReader(CultureInfo culture, ITimeZoneCatalog timeZones, string zone)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd"];
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK"];
    private static readonly (string Unit, int Shift)[] Units = [("TB", 40), ("GB", 30), ("MB", 20), ("KB", 10), ("B", 0)];

    /// <summary>The value; null, and what is wrong with it, if it is none for the property.</summary>
    public ContentValue? Read(ContentProperty property, ContentOperator comparison, ContentToken token, ref string problem)
    {
        if (token.Kind == ContentTokenKind.Word && Is(token.Text, "$null") && comparison is ContentOperator.Eq or ContentOperator.Ne)
        {
            return ContentValue.Null;
        }

        (ContentValue? value, string expected) = ContentTypes.Of(property) switch
        {
            ContentType.Truth => (ReadTruth(token.Text), "$true or $false"),
            ContentType.Moment => (ReadMoment(token.Text), $"a date, such as 2026-11-03, 2026-11-03T09:00:00Z or {new DateTime(2026, 11, 3).ToString("d", culture)}"),
            ContentType.Size => (ReadSize(token.Text), "a size, such as 2048, 10KB or 1.5 MB"),
            ContentType.Word when comparison is ContentOperator.Eq or ContentOperator.Ne
                => (ReadWord(property, token.Text), $"one of {string.Join(", ", ContentTypes.WordsOf(property))}"),
            _ => (new ContentValue { Text = token.Text }, ""),
        };
        problem = $"'{token.Text}' is no value for {property}. Write {expected}.";
        return value;
    }

    private static ContentValue? ReadTruth(string text) => text.TrimStart('$').ToUpperInvariant() switch
    {
        "TRUE" => new ContentValue { Truth = true },
        "FALSE" => new ContentValue { Truth = false },
        _ => null,
    };

    private static ContentValue? ReadWord(ContentProperty property, string text)
        => ContentTypes.WordsOf(property).FirstOrDefault(word => Is(word, text)) is { } word ? new ContentValue { Text = word } : null;

    private static ContentValue? ReadSize(string text)
    {
        (string unit, int shift) = Units.FirstOrDefault(known => text.EndsWith(known.Unit, StringComparison.OrdinalIgnoreCase), (Unit: "", Shift: 0));
        return decimal.TryParse(text[..^unit.Length].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number * (1L << shift) <= long.MaxValue
            ? new ContentValue { Size = (long)(number * (1L << shift)) }
            : null;
    }

    private ContentValue? ReadMoment(string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, Days, invariant, DateTimeStyles.None, out DateTime day))
        {
            return Day(day);
        }

        if (DateTimeOffset.TryParseExact(text, Moments, invariant, DateTimeStyles.AssumeUniversal, out DateTimeOffset exact))
        {
            bool saysZone = DateTime.TryParseExact(text, Moments, invariant, DateTimeStyles.RoundtripKind, out DateTime clock) && clock.Kind != DateTimeKind.Unspecified;
            return Moment(saysZone ? exact : timeZones.ToInstant(clock, zone));
        }

        // As people of the language write it; what looks like a day is one.
        return DateTime.TryParse(text, culture, DateTimeStyles.NoCurrentDateDefault, out DateTime local) && local.Year > 1
            ? local.TimeOfDay == TimeSpan.Zero && !text.Contains(':', StringComparison.Ordinal)
                ? Day(local)
                : Moment(timeZones.ToInstant(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone))
            : null;
    }

    private ContentValue Day(DateTime day) => new()
    {
        From = timeZones.ToInstant(DateTime.SpecifyKind(day, DateTimeKind.Unspecified), zone),
        To = day.Date == DateTime.MaxValue.Date ? DateTimeOffset.MaxValue : timeZones.ToInstant(DateTime.SpecifyKind(day.AddDays(1), DateTimeKind.Unspecified), zone),
    };

    private static ContentValue Moment(DateTimeOffset moment) => new() { From = moment.ToUniversalTime(), To = moment.ToUniversalTime().AddTicks(1) };

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

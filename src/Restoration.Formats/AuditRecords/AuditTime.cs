using System.Globalization;
using Restoration.Items;

namespace Restoration.Formats.AuditRecords;

/// <summary>Reads the times of audit records in the forms that tools write them.</summary>
internal static class AuditTime
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    // UTC by the schema, whether they end in Z or not.
    private static readonly string[] IsoFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF 'UTC'", "yyyy-MM-dd'T'HH:mmK"];

    // What Export-Csv makes of a date: the clock of whoever ran it, in the form of their language.
    private static readonly string[] LocalFormats =
    [
        "M/d/yyyy h:mm:ss tt", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm",
        "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm", "d-M-yyyy H:mm:ss", "yyyy/M/d H:mm:ss",
    ];

    /// <summary>Reads a time; one without an offset counts as UTC.</summary>
    /// <param name="text">The text, with any blanks around it.</param>
    /// <param name="time">The instant.</param>
    /// <param name="isLocalForm">Whether the text is of a form that says neither its zone nor its language.</param>
    public static bool TryParse(string? text, out DateTimeOffset time, out bool isLocalForm)
    {
        isLocalForm = false;
        ReadOnlySpan<char> written = text.AsSpan().Trim();
        if (TryParseUsual(written, out time) || TryParseTicks(written, out time) || DateTimeOffset.TryParseExact(written, IsoFormats, CultureInfo.InvariantCulture, Utc, out time))
        {
            return true;
        }

        isLocalForm = DateTimeOffset.TryParseExact(written, LocalFormats, CultureInfo.InvariantCulture, Utc, out time);
        return isLocalForm;
    }

    // As the schema has it: by far the most.
    private static bool TryParseUsual(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        bool isUsual = IsoClock.TryRead(text, out DateTime clock) && text[IsoClock.Length..] is "" or "Z";
        time = isUsual ? new DateTimeOffset(clock, TimeSpan.Zero) : default;
        return isUsual;
    }

    // Windows PowerShell's ConvertTo-Json writes /Date(1788264300000)/, in milliseconds since 1970.
    private static bool TryParseTicks(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        const string Prefix = "/Date(";
        const string Suffix = ")/";
        time = default;
        if (!text.StartsWith(Prefix) || !text.EndsWith(Suffix)
            || !long.TryParse(text[Prefix.Length..^Suffix.Length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds)
            || milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }
}

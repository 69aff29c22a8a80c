using System.Globalization;
using Restoration.Failures;

namespace Restoration.Backups;

/// <summary>The moment in a backup's location: a day means its end, a time means itself; without an offset it is UTC.</summary>
internal static class BackupMoment
{
    public static DateTimeOffset Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : throw new RestorationException(
                FailureCode.InvalidDate, $"'{text}' is no moment of a backup. Write a date such as 2026-11-01 or a time such as 2026-11-01T09:00:00Z.", text);
    }
}

using Restoration.Backups.Retention;
using Restoration.Formats.TimeZones;

namespace Restoration.Tests.Backups.Retention;

/// <summary>What the rules mean, backup by backup: each is held against all others, with days counted by hand.</summary>
internal static class RetentionByDefinition
{
    public static IEnumerable<long> Kept(IReadOnlyList<RetentionCandidate> backups, RetentionRules rules, DateTimeOffset now, string zone)
        => backups.Where(backup => IsKept(backup, backups, rules, now, zone)).Select(backup => backup.Id);

    private static bool IsKept(RetentionCandidate backup, IReadOnlyList<RetentionCandidate> all, RetentionRules rules, DateTimeOffset now, string zone)
    {
        bool hasRules = rules.KeepLast is not null || rules.KeepDaily is not null || rules.KeepWeekly is not null || rules.KeepMonthly is not null
            || rules.KeepYearly is not null || rules.MinimumAge is not null;
        if (!hasRules || backup.IsHeld || !backup.IsVerified || (rules.MinimumAge is { } age && backup.TakenAt > now - age))
        {
            return true;
        }

        RetentionCandidate[] newer = [.. all.Where(other => other.IsVerified && IsNewer(other, backup))];
        return newer.Length < Math.Max(1, rules.KeepLast ?? 0)
            || IsLastOf(Day, rules.KeepDaily)
            || IsLastOf(day => Day(day) / 7, rules.KeepWeekly)
            || IsLastOf(day => (day.Year * 12) + day.Month, rules.KeepMonthly)
            || IsLastOf(day => day.Year, rules.KeepYearly);

        // It is the last of its period, and fewer than the wanted number of later periods have a backup.
        bool IsLastOf(Func<DateTime, int> period, int? count)
        {
            HashSet<int> later = [.. newer.Select(other => period(Local(other)))];
            return count is { } wanted && !later.Contains(period(Local(backup))) && later.Count < wanted;
        }

        DateTime Local(RetentionCandidate candidate) => TimeZoneCatalog.Default.ToLocal(candidate.TakenAt, zone).DateTime;
    }

    // 1 January 0001 was a Monday.
    private static int Day(DateTime day) => (int)(day.Date - DateTime.MinValue).TotalDays;

    private static bool IsNewer(RetentionCandidate left, RetentionCandidate right)
        => left.TakenAt > right.TakenAt || (left.TakenAt == right.TakenAt && left.Id > right.Id);
}

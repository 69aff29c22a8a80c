using System.Globalization;
using Restoration.Items;

namespace Restoration.Backups.Retention;

/// <summary>Decides which backups of one calendar are kept: backups × rules × now. Days, weeks, months and years are those of a zone.</summary>
public static class RetentionDecision
{
    /// <summary>The verdict over each backup, newest first.</summary>
    /// <param name="candidates">The backups, in any order.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="now">The moment to count ages from.</param>
    /// <param name="timeZone">The zone, by a name that the catalog knows.</param>
    /// <param name="timeZones">The zones.</param>
    public static IReadOnlyList<RetentionVerdict> Decide(
        IEnumerable<RetentionCandidate> candidates, RetentionRules rules, DateTimeOffset now, string timeZone, ITimeZoneCatalog timeZones)
    {
        RetentionCandidate[] newestFirst = [.. candidates.OrderByDescending(backup => backup.TakenAt).ThenByDescending(backup => backup.Id)];
        RetentionCandidate[] whole = [.. newestFirst.Where(backup => backup.IsVerified)];
        Dictionary<RetentionCandidate, List<RetentionReason>> reasons = newestFirst.ToDictionary(backup => backup, _ => new List<RetentionReason>());
        if (rules.KeepsAll)
        {
            Keep(newestFirst, RetentionReason.NoRules);
        }

        Keep(whole.Take(1), RetentionReason.Newest);
        Keep(whole.Take(rules.KeepLast ?? 0), RetentionReason.Last);
        Keep(LastOfEach(rules.KeepDaily, day => (day.Year, day.DayOfYear)), RetentionReason.Daily);
        Keep(LastOfEach(rules.KeepWeekly, Week), RetentionReason.Weekly);
        Keep(LastOfEach(rules.KeepMonthly, day => (day.Year, day.Month)), RetentionReason.Monthly);
        Keep(LastOfEach(rules.KeepYearly, day => (day.Year, 0)), RetentionReason.Yearly);
        Keep(newestFirst.Where(backup => now - backup.TakenAt < rules.MinimumAge), RetentionReason.Young);
        Keep(newestFirst.Where(backup => backup.IsHeld), RetentionReason.Held);
        Keep(newestFirst.Where(backup => !backup.IsVerified), RetentionReason.Unverified);
        return [.. newestFirst.Select(backup => new RetentionVerdict(backup, reasons[backup]))];

        void Keep(IEnumerable<RetentionCandidate> kept, RetentionReason reason)
        {
            foreach (RetentionCandidate backup in kept)
            {
                reasons[backup].Add(reason);
            }
        }

        IEnumerable<RetentionCandidate> LastOfEach(int? count, Func<DateTime, (int, int)> period)
            => whole.DistinctBy(backup => period(timeZones.ToLocal(backup.TakenAt, timeZone).DateTime)).Take(count ?? 0);
    }

    private static (int Year, int Week) Week(DateTime day) => (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
}

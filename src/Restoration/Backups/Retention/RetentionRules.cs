using System.Globalization;
using System.Text.Json.Serialization;
using Restoration.Failures;

namespace Restoration.Backups.Retention;

/// <summary>Which backups are kept. One that any rule wants stays; without rules all stay.</summary>
public sealed record RetentionRules
{
    /// <summary>Keeps everything.</summary>
    public static RetentionRules KeepAll { get; } = new();

    /// <summary>Keeps the last so many.</summary>
    public int? KeepLast { get; init; }

    /// <summary>Keeps the last backup of each of the last so many days that have one.</summary>
    public int? KeepDaily { get; init; }

    /// <summary>Keeps the last backup of each of the last so many weeks that have one; weeks begin on Monday (ISO 8601).</summary>
    public int? KeepWeekly { get; init; }

    /// <summary>Keeps the last backup of each of the last so many months that have one.</summary>
    public int? KeepMonthly { get; init; }

    /// <summary>Keeps the last backup of each of the last so many years that have one.</summary>
    public int? KeepYearly { get; init; }

    /// <summary>Keeps what is younger than this.</summary>
    public TimeSpan? MinimumAge { get; init; }

    /// <summary>Whether nothing says that a backup may go.</summary>
    [JsonIgnore]
    public bool KeepsAll => this == KeepAll;

    /// <summary>Looks at the numbers.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public void Validate()
    {
        foreach ((string name, int? number) in new[]
        {
            ("last", KeepLast), ("daily", KeepDaily), ("weekly", KeepWeekly), ("monthly", KeepMonthly), ("yearly", KeepYearly),
        })
        {
            if (number <= 0)
            {
                throw new RestorationException(
                    FailureCode.InvalidArgument, $"To keep {number} backups ({name}) is to keep none. Give a number from 1 up, or leave the rule out.", name);
            }
        }

        if (MinimumAge <= TimeSpan.Zero)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"A minimum age of {MinimumAge} keeps nothing. Give a time such as 30 days.");
        }
    }

    /// <summary>The rules for people, such as <c>7 daily, 12 monthly</c>.</summary>
    public override string ToString()
    {
        (int? Count, string Name)[] counts = [(KeepLast, "last"), (KeepDaily, "daily"), (KeepWeekly, "weekly"), (KeepMonthly, "monthly"), (KeepYearly, "yearly")];
        List<string> rules = [.. counts.Where(rule => rule.Count is not null).Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Count} {rule.Name}"))];
        if (MinimumAge is { } age)
        {
            rules.Add(string.Create(CultureInfo.InvariantCulture, $"all of {age.TotalDays:0.##} days"));
        }

        return rules.Count == 0 ? "all" : string.Join(", ", rules);
    }
}

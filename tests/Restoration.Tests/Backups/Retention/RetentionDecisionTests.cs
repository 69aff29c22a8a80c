using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Backups.Retention;
using Restoration.Failures;
using Restoration.Formats.TimeZones;

namespace Restoration.Tests.Backups.Retention;

public sealed class RetentionDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    // A backup each day at 22:00 UTC, 40 of them, the last on 19 November.
    private static readonly RetentionCandidate[] Daily =
        [.. Enumerable.Range(0, 40).Select(day => new RetentionCandidate(40 - day, Now.AddHours(-11).AddDays(-day), true, false))];

    public static TheoryData<RetentionRules, string> Rules => new()
    {
        { RetentionRules.KeepAll, string.Join(' ', Enumerable.Range(1, 40).Reverse()) },
        { new RetentionRules { KeepLast = 3 }, "40 39 38" },
        { new RetentionRules { KeepDaily = 3 }, "40 39 38" },
        { new RetentionRules { KeepWeekly = 3 }, "40 36 29" },
        { new RetentionRules { KeepMonthly = 2 }, "40 21" },
        { new RetentionRules { KeepYearly = 5 }, "40" },
        { new RetentionRules { KeepLast = 2, KeepWeekly = 2, KeepMonthly = 12 }, "40 39 36 21" },
        { new RetentionRules { MinimumAge = TimeSpan.FromDays(2) }, "40 39" },
        { new RetentionRules { MinimumAge = TimeSpan.FromHours(1) }, "40" },
        { new RetentionRules { KeepLast = 1, MinimumAge = TimeSpan.FromDays(3) }, "40 39 38" },
        { new RetentionRules { KeepLast = 1000 }, string.Join(' ', Enumerable.Range(1, 40).Reverse()) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Keeps_what_a_rule_wants_and_nothing_else(RetentionRules rules, string kept) => Assert.Equal(kept, Kept(Daily, rules, "UTC"));

    [Fact]
    public void The_day_is_the_one_of_the_zone()
    {
        RetentionCandidate[] evening =
        [
            new(1, DateTimeOffset.Parse("2026-11-18T22:30Z", CultureInfo.InvariantCulture), true, false),
            new(2, DateTimeOffset.Parse("2026-11-18T23:30Z", CultureInfo.InvariantCulture), true, false),
            new(3, DateTimeOffset.Parse("2026-11-19T01:00Z", CultureInfo.InvariantCulture), true, false),
        ];
        RetentionRules rules = new() { KeepDaily = 2 };
        Assert.Equal("3 2", Kept(evening, rules, "UTC"));
        Assert.Equal("3 1", Kept(evening, rules, "Europe/Berlin"));
        Assert.Equal("3", Kept(evening, rules, "America/New_York"));
    }

    [Fact]
    public void What_is_held_stays_and_takes_nobodys_place()
    {
        RetentionCandidate[] held = [.. Daily.Select(backup => backup.Id == 5 ? backup with { IsHeld = true } : backup)];
        Assert.Equal("40 39 5", Kept(held, new RetentionRules { KeepLast = 2 }, "UTC"));
    }

    [Fact]
    public void What_was_not_verified_takes_nobodys_place_and_is_not_thrown_away()
    {
        RetentionCandidate[] broken = [.. Daily.Select(backup => backup.Id > 38 ? backup with { IsVerified = false } : backup)];
        IReadOnlyList<RetentionVerdict> verdicts = Decide(broken, new RetentionRules { KeepLast = 1 }, "UTC");
        Assert.Equal([40L, 39, 38], verdicts.Where(verdict => verdict.IsKept).Select(verdict => verdict.Candidate.Id));
        Assert.Equal([RetentionReason.Unverified], verdicts[0].Reasons);
        Assert.Equal([RetentionReason.Newest, RetentionReason.Last], verdicts[2].Reasons);
    }

    [Fact]
    public void Nothing_goes_as_long_as_nothing_was_verified()
    {
        RetentionCandidate[] broken = [.. Daily.Select(backup => backup with { IsVerified = false })];
        Assert.All(Decide(broken, new RetentionRules { KeepLast = 1 }, "UTC"), verdict => Assert.True(verdict.IsKept));
    }

    [Fact]
    public void Numbers_that_keep_nothing_are_refused()
    {
        RetentionRules[] bad =
        [
            new() { KeepLast = 0 }, new() { KeepDaily = -1 }, new() { KeepWeekly = 0 }, new() { KeepMonthly = 0 }, new() { KeepYearly = -7 },
            new() { MinimumAge = TimeSpan.Zero },
        ];
        Assert.All(bad, rules => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(rules.Validate).Code));
        new RetentionRules { KeepLast = 1, MinimumAge = TimeSpan.FromTicks(1) }.Validate();
    }

    [Fact]
    public void Whatever_the_backups_and_the_rules_what_is_kept_is_what_the_definition_says()
    {
        Gen<int?> number = Gen.Frequency((2, Gen.Constant((int?)null)), (3, Gen.Choose(1, 8).Select(value => (int?)value)));
        Gen<RetentionRules> rules =
            from last in number
            from daily in number
            from weekly in number
            from monthly in number
            from yearly in number
            from age in number
            select new RetentionRules
            {
                KeepLast = last,
                KeepDaily = daily,
                KeepWeekly = weekly,
                KeepMonthly = monthly,
                KeepYearly = yearly,
                MinimumAge = age is { } days ? TimeSpan.FromDays(days) : null,
            };
        Gen<RetentionCandidate[]> backups =
            from hours in Gen.Choose(0, 20_000).ArrayOf(30)
            from flags in Gen.Choose(0, 9).ArrayOf(30)
            select hours.Select((hour, i) => new RetentionCandidate(i, Now.AddHours(-hour), flags[i] > 0, flags[i] == 9)).ToArray();

        Prop.ForAll((from rule in rules from some in backups from zone in Gen.Elements("UTC", "Asia/Tokyo", "America/New_York") select (rule, some, zone)).ToArbitrary(), given =>
            Decide(given.some, given.rule, given.zone).Where(verdict => verdict.IsKept).Select(verdict => verdict.Candidate.Id).ToHashSet()
                .SetEquals(RetentionByDefinition.Kept(given.some, given.rule, Now, given.zone))).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<RetentionVerdict> Decide(IEnumerable<RetentionCandidate> backups, RetentionRules rules, string zone)
        => RetentionDecision.Decide(backups, rules, Now, zone, TimeZoneCatalog.Default);

    private static string Kept(IEnumerable<RetentionCandidate> backups, RetentionRules rules, string zone)
        => string.Join(' ', Decide(backups, rules, zone).Where(verdict => verdict.IsKept).Select(verdict => verdict.Candidate.Id));

    [Fact]
    public void Rules_are_shown_in_words()
    {
        Assert.Equal("all", RetentionRules.KeepAll.ToString());
        Assert.Equal("7 daily, 12 monthly, all of 2 days", new RetentionRules { KeepDaily = 7, KeepMonthly = 12, MinimumAge = TimeSpan.FromDays(2) }.ToString());
    }
}

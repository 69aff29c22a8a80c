using FsCheck;
using FsCheck.Fluent;
using Restoration.Formats.Recurrence;
using Restoration.Formats.Tests.Properties;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>Random rules, expanded by the engine and by the definition.</summary>
public class RulesByDefinitionTests
{
    private static Gen<RuleCase> Cases =>
        from frequency in Gen.Elements("YEARLY", "YEARLY", "MONTHLY", "MONTHLY", "WEEKLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
        from interval in frequency is "YEARLY" or "MONTHLY" ? Gen.Elements(1, 1, 2, 3, 4, 7) : Gen.Elements(1, 1, 1, 2, 3, 5, 7, 13, 24, 45, 90)
        from months in Part("BYMONTH", 35, Gen.Choose(1, 12))
        from weeks in Part("BYWEEKNO", frequency == "YEARLY" ? 20 : 3, Gen.Elements(1, 2, 20, 51, 52, 53, -1, -2, -52, -53))
        from yearDays in Part("BYYEARDAY", 10, Gen.Elements(1, 2, 59, 60, 61, 100, 200, 365, 366, -1, -2, -100, -365, -366))
        from monthDays in Part("BYMONTHDAY", 25, Gen.Elements(1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -29, -31))
        from days in Part("BYDAY", 45, Weekday(frequency is "YEARLY" or "MONTHLY"))
        from hours in Part("BYHOUR", 20, Gen.Choose(0, 23))
        from minutes in Part("BYMINUTE", 20, Gen.Choose(0, 59))
        from seconds in Part("BYSECOND", 15, Gen.Choose(0, 59))
        from positions in Part("BYSETPOS", 20, Gen.Elements(1, 2, 3, -1, -2, 5, 40))
        from weekStart in Part("WKST", 30, Gen.Elements("MO", "TU", "WE", "TH", "FR", "SA", "SU"), most: 1)
        from day in Gen.Choose(0, 12_000)
        from second in Gen.Elements(0, 32_400, 86_399, 45_296)
        from count in Gen.Choose(1, 40)
        select new RuleCase(
            $"FREQ={frequency};INTERVAL={interval}{months}{weeks}{yearDays}{monthDays}{days}{hours}{minutes}{seconds}{positions}{weekStart}",
            new DateTime(1995, 1, 1).AddDays(day).AddSeconds(second),
            count);

    [Fact]
    public void The_engine_names_what_the_definition_names()
        => Check(item => Assert.Equal(item.Expected, Engine(item.Rule, item.Start, item.End)));

    [Fact]
    public void Jumping_ahead_finds_what_stepping_finds()
        => Check(item =>
        {
            DateTime from = item.Start + ((item.End - item.Start) / 3);
            Assert.Equal(item.Expected.Where(time => time >= from), Engine(item.Rule, item.Start, item.End, from));
        });

    [Fact]
    public void A_count_counts_from_the_start_wherever_one_looks()
        => Check(item =>
        {
            RecurrenceRule counted = Read($"{item.Text};COUNT={item.Count}");
            DateTime from = item.Start + ((item.End - item.Start) / 5);
            DateTime[] expected = [.. item.Expected.Take(item.Count)];
            Assert.Equal(expected, Engine(counted, item.Start, item.End));
            Assert.Equal(expected.Where(time => time >= from), Engine(counted, item.Start, item.End, from));
        });

    [Fact]
    public void The_last_is_found_without_stepping()
        => Check(item =>
        {
            Assert.True(Over(item.Rule, item.Start, item.End).TryFindLast(out long? last));
            Assert.Equal(item.Expected.Count == 0 ? null : item.Expected[^1], At(last));

            RecurrenceRule counted = Read($"{item.Text};COUNT={item.Count}");
            Assert.True(Over(counted, item.Start, item.End).TryFindLast(out last));
            Assert.Equal(item.Expected.Count == 0 ? null : item.Expected.Take(item.Count).Last(), At(last));
        });

    [Fact]
    public void The_canonical_form_names_the_same()
        => Check(item => Assert.Equal(item.Expected, Engine(Read(item.Rule.ToCanonical()), item.Start, item.End)));

    private static void Check(Action<RuleCase> check)
        => Prop.ForAll(Cases.ToArbitrary(), item =>
        {
            check(item);
            return true;
        }).CheckSeeded(200);

    private static Gen<string> Part<T>(string name, int percent, Gen<T> value, int most = 3) =>
        from chance in Gen.Choose(1, 100)
        from count in Gen.Choose(1, most)
        from values in Gen.ArrayOf(value, count)
        select chance <= percent ? $";{name}={string.Join(',', values)}" : "";

    private static Gen<string> Weekday(bool isCounted) =>
        from day in Gen.Elements("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        from number in isCounted ? Gen.Elements("", "", "1", "2", "-1", "-2", "5", "-5", "20", "53", "-53") : Gen.Constant("")
        select number + day;

    private static DateTime[] Engine(RecurrenceRule rule, DateTime start, DateTime end, DateTime? from = null)
    {
        RuleCursor cursor = Over(rule, start, end);
        if (from is { } first)
        {
            cursor.Seek(first.Ticks / TimeSpan.TicksPerSecond);
        }

        List<DateTime> times = [];
        while (cursor.MoveNext())
        {
            times.Add(At(cursor.Current)!.Value);
        }

        return [.. times];
    }

    private static RuleCursor Over(RecurrenceRule rule, DateTime start, DateTime end)
        => RuleCursor.Over(rule, start.Ticks / TimeSpan.TicksPerSecond, isDate: false, (end.Ticks / TimeSpan.TicksPerSecond) - 1);

    private static DateTime? At(long? seconds) => seconds is { } value ? new DateTime(value * TimeSpan.TicksPerSecond) : null;

    private static RecurrenceRule Read(string text)
    {
        Assert.True(RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out string? error), error);
        return rule;
    }

    private sealed record RuleCase(string Text, DateTime Start, int Count)
    {
        public RecurrenceRule Rule { get; } = Read(Text);

        // Long enough for several units, short enough for the definition.
        public DateTime End => Rule.Frequency switch
        {
            Frequency.Yearly => Start.AddYears(Math.Max(9, Rule.Interval * 2)),
            Frequency.Monthly => Start.AddMonths(Math.Max(30, Rule.Interval * 3)),
            Frequency.Weekly => Start.AddDays(Math.Max(500, Rule.Interval * 21)),
            Frequency.Daily => Start.AddDays(400),
            Frequency.Hourly => Start.AddDays(20),
            Frequency.Minutely => Start.AddDays(1),
            _ => Start.AddHours(1),
        };

        public IReadOnlyList<DateTime> Expected => field ??= RuleByDefinition.Expand(Rule, Start, End);
    }
}

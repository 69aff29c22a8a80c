using System.Text.Json;
using System.Text.Json.Nodes;
using Restoration.Failures;
using Restoration.Formats.Graph;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Graph;

public sealed class GraphRecurrenceTests
{
    // A Tuesday at nine in Berlin.
    private static readonly CalendarTime Start = GraphTime.InZone(new DateTime(2026, 11, 3, 9, 0, 0), "Europe/Berlin");

    [Theory]
    [InlineData("FREQ=DAILY", """{"type":"daily","interval":1}""")]
    [InlineData("FREQ=DAILY;INTERVAL=3", """{"type":"daily","interval":3}""")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU", """{"type":"weekly","interval":1,"daysOfWeek":["monday","wednesday"],"firstDayOfWeek":"sunday"}""")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", """{"type":"absoluteMonthly","interval":1,"dayOfMonth":15}""")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", """{"type":"relativeMonthly","interval":1,"daysOfWeek":["tuesday"],"index":"second"}""")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", """{"type":"relativeMonthly","interval":1,"daysOfWeek":["monday","tuesday"],"index":"last"}""")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", """{"type":"absoluteYearly","interval":1,"dayOfMonth":29,"month":2}""")]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", """{"type":"relativeYearly","interval":1,"month":11,"daysOfWeek":["thursday"],"index":"fourth"}""")]
    public void Patterns_are_written_and_read_the_same_again(string rule, string pattern)
    {
        JsonObject recurrence = Write(rule);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pattern), recurrence["pattern"]), recurrence.ToJsonString());
        Assert.Equal("noEnd", (string?)recurrence["range"]!["type"]);
        Assert.Equal(Canonical(rule), Canonical(Read(recurrence)));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY", "weekly", "tuesday")]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "weekly", "monday")]
    public void What_the_start_says_is_written_out(string rule, string type, string day)
    {
        JsonNode pattern = Write(rule)["pattern"]!;
        Assert.Equal((type, day), ((string?)pattern["type"], (string?)pattern["daysOfWeek"]![0]));
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=5", "numbered", null, "FREQ=DAILY;COUNT=5")]
    [InlineData("FREQ=DAILY;UNTIL=20261110T080000Z", "endDate", "2026-11-10", "FREQ=DAILY;UNTIL=20261110T225959Z")]
    [InlineData("FREQ=DAILY;UNTIL=20261110T075959Z", "endDate", "2026-11-09", "FREQ=DAILY;UNTIL=20261109T225959Z")]
    [InlineData("FREQ=DAILY;UNTIL=20261110T230000Z", "endDate", "2026-11-10", "FREQ=DAILY;UNTIL=20261110T225959Z")]
    [InlineData("FREQ=DAILY;UNTIL=20261110", "endDate", "2026-11-10", "FREQ=DAILY;UNTIL=20261110T225959Z")]
    public void Ends_fall_on_the_last_day_of_the_series(string rule, string type, string? end, string again)
    {
        JsonObject recurrence = Write(rule);
        Assert.Equal((type, end), ((string?)recurrence["range"]!["type"], (string?)recurrence["range"]!["endDate"]));
        Assert.Equal(again, Canonical(Read(recurrence)));
    }

    [Theory]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=DAILY;BYHOUR=9,17")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,2")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")]
    [InlineData("FREQ=DAILY;BYMONTH=1")]
    [InlineData("FREQ=DAILY;BYDAY=MO;INTERVAL=2")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,7")]
    [InlineData("no rule")]
    public void What_Graph_has_no_form_for_is_said(string rule)
    {
        Assert.False(GraphPattern.TryWrite(rule, Start, out _, out string? reason));
        Assert.NotEmpty(reason);
        Appointment series = new() { Start = Start, Recurrence = new Items.Recurrence { Rules = [rule] } };
        Assert.Equal(Severity.Error, Assert.Single(GraphLosses.Find(series)).Severity);
    }

    private static JsonObject Write(string rule)
    {
        Assert.True(GraphPattern.TryWrite(rule, Start, out JsonObject? recurrence, out string? reason), reason);
        return recurrence;
    }

    private static string Read(JsonObject recurrence)
    {
        using JsonDocument document = JsonDocument.Parse(recurrence.ToJsonString());
        return GraphRecurrence.ReadRule(document.RootElement, Start)!;
    }

    private static string Canonical(string text)
    {
        Assert.True(RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out string? error), error);
        return rule.ToCanonical();
    }
}

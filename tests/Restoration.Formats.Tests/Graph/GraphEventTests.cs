using System.Text.Json;
using System.Text.Json.Nodes;
using Restoration.Failures;
using Restoration.Formats.Graph;
using Restoration.Items;

namespace Restoration.Formats.Tests.Graph;

public sealed class GraphEventTests
{
    private static readonly Appointment Meeting = new()
    {
        Subject = "Plan",
        HtmlBody = "<p>Agenda</p>",
        Location = "Room 1",
        Start = GraphTime.InZone(new DateTime(2026, 11, 3, 9, 0, 0), "Europe/Berlin"),
        End = GraphTime.InZone(new DateTime(2026, 11, 3, 10, 0, 0), "Europe/Berlin"),
        Categories = ["Red"],
        Importance = Importance.High,
        Sensitivity = Sensitivity.Private,
        ShowAs = BusyStatus.WorkingElsewhere,
        Alarms = [new Alarm { BeforeStart = TimeSpan.FromMinutes(15) }],
        Attendees =
        [
            new Attendee { Address = "mailto:bob@contoso.com", Email = "bob@contoso.com", Name = "Bob", Role = "OPT-PARTICIPANT" },
            new Attendee { Address = "mailto:room@contoso.com", Email = "room@contoso.com", Type = "ROOM" },
        ],
    };

    [Fact]
    public void What_was_written_is_read_the_same_again()
    {
        Appointment again = Read(GraphDraft.Write(Meeting, includeAttendees: true));
        Assert.Equal((Meeting.Subject, Meeting.HtmlBody, Meeting.Location, Meeting.Start, Meeting.End), (again.Subject, again.HtmlBody, again.Location, again.Start, again.End));
        Assert.Equal((Meeting.Importance, Meeting.Sensitivity, Meeting.ShowAs), (again.Importance, again.Sensitivity, again.ShowAs));
        Assert.Equal(Meeting.Categories, again.Categories);
        Assert.Equal(TimeSpan.FromMinutes(15), Assert.Single(again.Alarms).BeforeStart);
        Assert.Equal(["OPT-PARTICIPANT", "NON-PARTICIPANT"], again.Attendees.Select(person => person.Role));
        Assert.Empty(GraphLosses.Find(Meeting));
    }

    [Fact]
    public void Nobody_is_invited_unless_asked_for() => Assert.False(GraphDraft.Write(Meeting, includeAttendees: false).ContainsKey("attendees"));

    [Fact]
    public void Whole_days_run_from_midnight_to_midnight()
    {
        JsonObject draft = GraphDraft.Write(new Appointment { IsAllDay = true, Start = CalendarTime.OfDate(new DateOnly(2026, 11, 3)) }, includeAttendees: false);
        Assert.Equal("2026-11-03T00:00:00.0000000", (string?)draft["start"]!["dateTime"]);
        Assert.Equal("2026-11-04T00:00:00.0000000", (string?)draft["end"]!["dateTime"]);
    }

    [Fact]
    public void Without_a_start_there_is_no_event()
    {
        Assert.Equal(FailureCode.InvalidData, Assert.Throws<RestorationException>(() => GraphDraft.Write(new Appointment(), includeAttendees: false)).Code);
        Assert.Equal(Severity.Error, Assert.Single(GraphLosses.Find(new Appointment())).Severity);
    }

    [Theory]
    [InlineData("accepted", "ACCEPTED")]
    [InlineData("organizer", "ACCEPTED")]
    [InlineData("declined", "DECLINED")]
    [InlineData("tentativelyAccepted", "TENTATIVE")]
    [InlineData("notResponded", "NEEDS-ACTION")]
    [InlineData("none", "NEEDS-ACTION")]
    [InlineData(null, "NEEDS-ACTION")]
    public void Answers_are_told(string? response, string participation) => Assert.Equal(participation, GraphWords.ToParticipation(response));

    [Fact]
    public void What_else_is_lost_is_said_before()
    {
        Appointment lossy = Meeting with
        {
            Start = CalendarTime.OfFloating(new DateTime(2026, 11, 3)),
            IsThisAndFuture = true,
            Alarms = [new Alarm { BeforeStart = TimeSpan.Zero }, new Alarm { BeforeStart = TimeSpan.FromHours(1) }],
            Recurrence = new Items.Recurrence { Rules = ["FREQ=DAILY"], ExceptionRules = ["FREQ=WEEKLY"], Dates = [CalendarTime.OfUtc(new DateTime(2026, 12, 1))] },
        };
        Assert.Equal(5, GraphLosses.Find(lossy).Count);
        Assert.Equal(6, GraphLosses.Find(lossy with { OtherProperties = [new CalendarProperty("GEO", "1;2"), new CalendarProperty("SUMMARY", "x"), new CalendarProperty("geo", "3;4")] }).Count);
    }

    private static Appointment Read(JsonObject value)
    {
        using JsonDocument document = JsonDocument.Parse(value.ToJsonString());
        return GraphEvent.Read(document.RootElement, null);
    }
}

using Restoration.Failures;
using Restoration.Formats.Json;
using Restoration.Items;

namespace Restoration.Formats.Tests.Json;

public sealed class ForeignJsonTests
{
    private const string GraphJson = """
        {"@odata.etag":"W/\"1\"","id":"AAMkAGI1","iCalUId":"040000008200E000","subject":"Plan","bodyPreview":"Agenda","importance":"high","sensitivity":"private",
         "showAs":"oof","isAllDay":false,"isReminderOn":true,"reminderMinutesBeforeStart":15,"originalStartTimeZone":"W. Europe Standard Time","categories":["Red"],
         "start":{"dateTime":"2026-11-03T08:00:00.0000000","timeZone":"UTC"},"end":{"dateTime":"2026-11-03T09:00:00.0000000","timeZone":"UTC"},
         "location":{"displayName":"Room 1","locationType":"default"},"type":"seriesMaster",
         "recurrence":{"pattern":{"type":"weekly","interval":2,"daysOfWeek":["tuesday"],"firstDayOfWeek":"monday"},"range":{"type":"endDate","startDate":"2026-11-03","endDate":"2026-12-31"}},
         "organizer":{"emailAddress":{"name":"Dana","address":"dana@contoso.com"}},
         "attendees":[{"type":"optional","status":{"response":"tentativelyAccepted"},"emailAddress":{"name":"Bob","address":"bob@contoso.com"}}]}
        """;

    private static readonly JsonFormat Format = new();

    [Fact]
    public void A_Graph_event_has_all_its_parts()
    {
        FormatFile file = FormatFile.Read(Format, GraphJson);
        Assert.Empty(file.Findings);
        Appointment appointment = file.Appointment;
        Assert.Equal("040000008200E000", appointment.Uid);
        Assert.Equal("2026-11-03T09:00:00+01:00", appointment.Start.ToString());
        Assert.Equal("2026-11-03T10:00:00+01:00", appointment.End.ToString());
        Assert.Equal(["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO;UNTIL=20261231T225959Z"], appointment.Recurrence!.Rules.Select(Sorted));
        Assert.Equal((Importance.High, Sensitivity.Private, BusyStatus.OutOfOffice), (appointment.Importance, appointment.Sensitivity, appointment.ShowAs));
        Assert.Equal(TimeSpan.FromMinutes(15), Assert.Single(appointment.Alarms).BeforeStart);
        Attendee bob = Assert.Single(appointment.Attendees);
        Assert.Equal(("bob@contoso.com", "OPT-PARTICIPANT", "TENTATIVE"), (bob.Email, bob.Role, bob.Response));
        Assert.Equal("dana@contoso.com", appointment.Organizer!.Email);
        Assert.Equal("Room 1", appointment.Location);
    }

    [Theory]
    [InlineData("\"recurrence\":{\"range\":{\"type\":\"numbered\",\"numberOfOccurrences\":3},\"pattern\":{\"type\":\"daily\",\"interval\":1}}", "FREQ=DAILY;COUNT=3", 0)]
    [InlineData("\"recurrence\":null,\"attendees\":[{\"type\":\"required\",\"emailAddress\":{\"address\":\"bob@contoso.com\"}}]", null, 1)]
    [InlineData("\"Organizer\":{\"EmailAddress\":{\"Address\":\"dana@contoso.com\"}},\"attendees\":[]", null, 0)]
    public void A_selection_of_the_members_of_a_Graph_event_is_one(string members, string? rule, int attendees)
    {
        FormatFile file = FormatFile.Read(
            Format, $$"""[{"subject":"Plan","start":{"dateTime":"2026-11-03T08:00:00.0000000","timeZone":"UTC"},{{members}}}]""");

        Assert.Empty(file.Findings);
        Assert.Equal(rule, file.Appointment.Recurrence?.Rules.Single());
        Assert.Equal(attendees, file.Appointment.Attendees.Count);
    }

    [Fact]
    public void What_iCalendar_has_no_place_for_comes_back_in_JSON()
        => Assert.Contains("\"graph\":{\"@odata.etag\"", FormatFile.WriteText(Format, FormatFile.Read(Format, GraphJson).Items), StringComparison.Ordinal);

    [Theory]
    [InlineData("[{0},{0}]", 2)]
    [InlineData("{{\"@odata.context\":\"x\",\"value\":[{0}],\"@odata.deltaLink\":\"y\"}}", 1)]
    [InlineData("{{\"value\":[{0}]}}\n{{\"value\":[{0}]}}", 2)]
    public void Lists_and_pages_of_events_are_read(string frame, int count)
    {
        FormatFile file = FormatFile.Read(Format, string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, GraphJson));
        Assert.Empty(file.Findings);
        Assert.Equal(count, file.Items.Count);
    }

    [Fact]
    public void A_page_that_others_follow_is_a_warning_and_a_removed_event_a_remark()
    {
        FormatFile file = FormatFile.Read(Format, """{"@odata.nextLink":"x","value":[{"id":"1","@removed":{"reason":"deleted"}}]}""");
        Assert.Equal([Severity.Warning, Severity.Information], file.Findings.Select(finding => finding.Severity));
        Assert.Empty(file.Items);
    }

    [Fact]
    public void An_occurrence_that_differs_names_its_original_start()
    {
        FormatFile file = FormatFile.Read(Format, """
            {"id":"1","iCalUId":"u","type":"exception","isAllDay":false,"isCancelled":true,"originalStart":"2026-11-10T08:00:00Z","originalStartTimeZone":"Europe/Berlin",
             "start":{"dateTime":"2026-11-10T10:00:00","timeZone":"Europe/Berlin"},"end":{"dateTime":"2026-11-10T11:00:00","timeZone":"Europe/Berlin"}}
            """);
        Assert.Equal("20261110T080000Z", file.Single.Key.RecurrenceId);
        Assert.Equal("CANCELLED", file.Appointment.Status);
    }

    [Fact]
    public void A_calendar_in_jCal_is_read()
    {
        FormatFile file = FormatFile.Read(Format, """
            ["vcalendar",[["prodid",{},"text","-//Example//EN"],["x-wr-calname",{},"text","Work"]],
             [["vtimezone",[["tzid",{},"text","Own"]],[["standard",[["dtstart",{},"date-time","1601-01-01T00:00:00"],["tzoffsetfrom",{},"utc-offset","+01:00"],["tzoffsetto",{},"utc-offset","+01:30"]],[]]]],
              ["vevent",[["uid",{},"text","1"],["dtstart",{"tzid":"Own"},"date-time","2026-11-03T09:00:00"],["dtend",{"tzid":"Own"},"date-time","2026-11-03T10:00:00"],
                ["summary",{"language":"en"},"text","A, b; c"],["rrule",{},"recur",{"freq":"WEEKLY","byday":["MO","TU"],"until":"2026-12-31T00:00:00Z"}],
                ["categories",{},"text","One, two","Three"],["geo",{},"float",[37.5,-122.5]],["exdate",{"tzid":"Own"},"date-time","2026-11-10T09:00:00"]],
               [["valarm",[["action",{},"text","DISPLAY"],["trigger",{},"duration","-PT15M"]],[]]]],
              ["vevent",[["uid",{},"text","2"],["dtstart",{},"date","2026-11-03"]],[]]]]
            """);
        Assert.Empty(file.Findings);
        Assert.Equal("Work", file.Info.Name);
        Assert.Equal("2026-11-03T09:00:00+01:30", file.Items[0].Start.ToString());
        Assert.Equal("A, b; c", file.Items[0].Subject);
        Appointment appointment = FormatFile.Decode(file.Items[0]);
        Assert.Equal(["One, two", "Three"], appointment.Categories);
        Assert.Equal("FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20261231T000000Z", appointment.Recurrence!.Rules[0]);
        Assert.Contains(appointment.OtherProperties, property => property is { Name: "GEO", Value: "37.5;-122.5" });
        Assert.True(file.Items[1].IsAllDay);
    }

    [Fact]
    public void A_broken_component_of_jCal_costs_that_one_only()
    {
        FormatFile file = FormatFile.Read(Format, """["vcalendar",[],[["vevent",[["uid"]],[]],["vevent",[["uid",{},"text","2"],["dtstart",{},"date","2026-11-03"]],[]]]]""");
        Assert.Equal("2", file.Single.Key.Uid);
        Assert.Single(file.Errors);
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{{\"backup_info\":{{\"user_id\":1}},\"appointments\":[{0}]}}")]
    public void Rows_of_a_database_are_read(string frame)
    {
        const string Row = """
            {"id":7,"subject":"[BACKUP] Plan","start_time":"2026-11-03T09:00:00","end_time":"2026-11-03T10:00:00","body_content":"Backup of appointment from 'Work'. Original: Agenda",
             "body_content_type":"text","category_id":3,"is_archived":false,"categories":"[\"Red\", \"Blue\"]","attendees":"\"[{\\\"emailAddress\\\": {\\\"address\\\": \\\"bob@contoso.com\\\"}}]\"",
             "show_as":"free","sensitivity":"private","reminder_minutes_before_start":10,"is_all_day":false,"recurrence":"FREQ=DAILY;COUNT=2"}
            """;
        string json = string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, Row);
        Assert.Equal(FailureCode.TimeZoneRequired, Assert.Single(FormatFile.Read(Format, json).Errors).Code);
        FormatFile file = FormatFile.Read(Format, json, timeZone: "Europe/Berlin");
        Assert.Empty(file.Findings);
        Appointment appointment = file.Appointment;
        Assert.Equal(("Plan", "Agenda"), (appointment.Subject, appointment.Body));
        Assert.Equal("2026-11-03T09:00:00+01:00", appointment.Start.ToString());
        Assert.Equal(["Red", "Blue"], appointment.Categories);
        Assert.Equal("bob@contoso.com", Assert.Single(appointment.Attendees).Email);
        Assert.Equal((BusyStatus.Free, Sensitivity.Private), (appointment.ShowAs, appointment.Sensitivity));
        Assert.Equal(["FREQ=DAILY;COUNT=2"], appointment.Recurrence!.Rules);
        Assert.Contains("\"category_id\":\"3\"", FormatFile.WriteText(Format, file.Items), StringComparison.Ordinal);
    }

    // The parts of a rule may stand in any order; the end goes last here.
    private static string Sorted(string rule) => string.Join(';', rule.Split(';').OrderBy(part => part.StartsWith("UNTIL", StringComparison.Ordinal)));
}

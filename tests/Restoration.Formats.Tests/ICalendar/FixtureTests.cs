using System.Text;
using Restoration.Formats.ICalendar;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

/// <summary>Files in the manner of the programs that people use; their content is invented.</summary>
public sealed class FixtureTests
{
    private static readonly ICalendarCodec Codec = new();

    private static byte[] Load(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "ICalendar", name));

    private static Appointment[] Decode(string name) => [.. IcsFile.Read(Load(name)).Items.Select(Codec.Decode)];

    // File, calendar name, and the items: class, subject, start, end.
    public static TheoryData<string, string?, string[]> Files => new()
    {
        { "outlook.ics", null, ["IPM.Appointment|Quarter review|2026-10-05T09:00:00+02:00|2026-10-05T10:30:00+02:00", "IPM.Appointment|Closed|2026-12-24|2026-12-26"] },
        { "exchange.ics", "Kalender", ["IPM.Appointment|Partner call|2026-06-09T09:00:00-07:00|2026-06-09T09:30:00-07:00", "IPM.Appointment|Partner call (moved)|2026-07-15T10:00:00-07:00|2026-07-15T10:30:00-07:00", "IPM.Appointment|In a zone of its own|2026-07-15T10:00:00+05:00|2026-07-15T11:30:00+05:00"] },
        { "google.ics", "Family 🏡", ["IPM.Appointment|Träning 🏸|2026-02-03T18:30:00+01:00|2026-02-03T20:00:00+01:00", "IPM.Appointment|Nationaldagen|2026-06-06|2026-06-07"] },
        { "apple.ics", "Privé", ["IPM.Appointment|Rondleiding|2026-11-11T14:00:00+01:00|2026-11-11T15:30:00+01:00", "IPM.Task|Belasting||2026-11-30"] },
        { "thunderbird.ics", null, ["IPM.Appointment|Chor|2026-01-07T19:00:00+01:00|2026-01-07T20:45:00+01:00"] },
        { "zimbra.ics", "Team", ["IPM.Appointment|Standup|2026-03-02T09:00:00-03:00|2026-03-02T09:15:00-03:00"] },
        { "lotus.ics", null, ["IPM.Appointment|Projekt „Brücke“|2026-04-20T10:00:00+02:00|2026-04-20T11:00:00+02:00"] },
        { "nextcloud.ics", "Persönlich", ["IPM.Appointment|Nachtschicht|2026-03-29T01:30:00+01:00|2026-03-29T03:30:00+02:00", "IPM.Activity|Tagebuch|2026-03-10|", "IPM||2026-03-10T00:00:00Z|2026-03-17T00:00:00Z"] },
        { "palm.vcs", null, ["IPM.Appointment|Zahnarzt – Dr. Müller|2026-05-20T08:00:00Z|2026-05-20T08:30:00Z"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_the_files_of_real_programs(string name, string? calendar, string[] items)
    {
        IcsFile file = IcsFile.Read(Load(name));
        Assert.Empty(file.Findings);
        Assert.Equal(calendar, file.Info.Name);
        Assert.Equal(items, file.Items.Select(item => $"{item.ItemClass}|{item.Subject}|{item.Start}|{item.End}"));
    }

    [Theory]
    [InlineData("outlook.ics")]
    [InlineData("exchange.ics")]
    [InlineData("google.ics")]
    [InlineData("apple.ics")]
    [InlineData("thunderbird.ics")]
    [InlineData("zimbra.ics")]
    [InlineData("lotus.ics")]
    [InlineData("nextcloud.ics")]
    public void Writes_every_line_back_as_it_was(string name)
    {
        string original = Encoding.UTF8.GetString(Load(name)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        IcsFile file = IcsFile.Read(Load(name));
        string written = IcsFile.Write(file.Items, file.Info);
        Assert.Equal(Components(IcsFile.Unfold(original)), Components(IcsFile.Unfold(written)));
        Assert.Equal(file.Items.Select(item => item.ComparisonHash), IcsFile.Read(written).Items.Select(item => item.ComparisonHash));
    }

    [Fact]
    public void Outlook_says_more_than_the_standard_does()
    {
        Appointment[] appointments = Decode("outlook.ics");
        Assert.Equal("Agenda:\n\n1) Numbers\n2) Path is \\\\server\\share\\Q3, draft\n\nBring the folder.\n", appointments[0].Body);
        Assert.Equal("Boardroom; 3rd floor", appointments[0].Location);
        Assert.Equal((BusyStatus.Tentative, Importance.Normal, Sensitivity.Normal), (appointments[0].ShowAs, appointments[0].Importance, appointments[0].Sensitivity));
        Assert.StartsWith("<html><head><style>p.MsoNormal {margin:0cm; font-size:11.0pt;}", appointments[0].HtmlBody, StringComparison.Ordinal);
        Assert.Equal(["Berg, Tom (Ext.)", "boardroom@fabrikam.example"], appointments[0].Attendees.Select(attendee => attendee.Name));
        Assert.Equal((true, Sensitivity.Private, BusyStatus.OutOfOffice), (appointments[1].IsAllDay, appointments[1].Sensitivity, appointments[1].ShowAs));
    }

    [Fact]
    public void Apple_puts_backslashes_into_parameters()
    {
        CalendarProperty place = Decode("apple.ics")[0].OtherProperties.Single(property => property.Name == "X-APPLE-STRUCTURED-LOCATION");
        Assert.Equal([@"Dam 1\\n1012 JS Amsterdam\\nNetherlands", @"Paleis\; Dam"], place.Parameters.Where(parameter => parameter.Name is "X-ADDRESS" or "X-TITLE").Select(parameter => parameter.Values[0]));
        Assert.Equal("geo:52.373056,4.892222", place.Value);
    }

    [Fact]
    public void Lotus_names_its_dates_as_periods()
    {
        IcsFile file = IcsFile.Read(Load("lotus.ics"));
        Assert.Equal(["2026-04-20T11:00:00+02:00", "2026-04-27T11:30:00+02:00"], Codec.Decode(file.Single).Recurrence!.Periods.Select(period => period.End.ToString()));
        Assert.Equal(new DateTimeOffset(2026, 4, 27, 9, 30, 0, TimeSpan.Zero), file.Single.SeriesEnd);
    }

    [Fact]
    public void Nextcloud_nests_components_and_lists_in_parameters()
    {
        Appointment appointment = Decode("nextcloud.ics")[0];
        Assert.Equal(["mailto:c@example.com", "mailto:d@example.com"], appointment.Attendees.Single().Parameters.Single(parameter => parameter.Name == "DELEGATED-TO").Values);
        Assert.Equal((true, "notiz.txt", 7L), (appointment.Attachments.Single().IsInline, appointment.Attachments.Single().Name, appointment.Attachments.Single().Size!.Value));
        Assert.Null(appointment.Alarms.Single().BeforeStart);
        Assert.Equal("Bericht schreiben", appointment.Alarms.Single().Description);
    }

    [Fact]
    public void What_the_old_vCalendar_encodes_is_written_in_the_new_way()
    {
        IcsFile file = IcsFile.Read(Load("palm.vcs"));
        string[] written = IcsFile.Unfold(IcsFile.Write(file.Items, file.Info));
        Assert.Contains("SUMMARY:Zahnarzt – Dr. Müller", written);
        Assert.Contains(@"DESCRIPTION:Karte mitnehmen\nHaus 3\; 2. Stock", written);
        Assert.Contains("AALARM:20260520T073000Z;;1;", written);
        Assert.Contains("VERSION:2.0", written);
    }

    // The lines of all components but the zones that the world knows.
    private static List<string> Components(string[] lines)
    {
        List<string> components = [];
        bool isZone = false;
        foreach (string line in lines.Skip(Array.FindIndex(lines, 1, line => line.StartsWith("BEGIN:", StringComparison.Ordinal))))
        {
            isZone |= line == "BEGIN:VTIMEZONE";
            if (!isZone && line != "END:VCALENDAR")
            {
                components.Add(line);
            }

            isZone &= line != "END:VTIMEZONE";
        }

        return components;
    }
}

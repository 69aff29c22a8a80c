using System.Text;
using Restoration.Failures;
using Restoration.Formats.Csv;
using Restoration.Items;

namespace Restoration.Formats.Tests.Csv;

public sealed class ForeignTableTests
{
    private static readonly CsvFormat Format = new();

    [Theory]
    [InlineData("Subject,Start Date,Start Time,End Date,End Time,All day event,Location", "Plan,11/13/2026,9:00:00 AM,11/13/2026,10:30:00 AM,False,Room")]
    [InlineData("Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ganztägiges Ereignis;Ort", "Plan;13.11.2026;09:00:00;13.11.2026;10:30:00;Falsch;Room")]
    [InlineData("Objet,Début,Début,Fin,Fin,Journée entière,Emplacement", "Plan,13/11/2026,09:00:00,13/11/2026,10:30:00,Faux,Room")]
    [InlineData("Asunto,Fecha de comienzo,Comienzo,Fecha de finalización,Finalización,Todo el día,Ubicación", "Plan,13/11/2026,9:00:00,13/11/2026,10:30:00,Falso,Room")]
    [InlineData("Oggetto,Data inizio,Ora inizio,Data fine,Ora fine,Giornata intera,Luogo", "Plan,13/11/2026,9.00.00,13/11/2026,10.30.00,Falso,Room")]
    [InlineData("Onderwerp;Begindatum;Begintijd;Einddatum;Eindtijd;Duurt hele dag;Locatie", "Plan;13-11-2026;9:00:00;13-11-2026;10:30:00;Onwaar;Room")]
    [InlineData("Assunto,Data de início,Hora de início,Data de término,Hora de término,Evento de dia inteiro,Local", "Plan,13/11/2026,9:00:00,13/11/2026,10:30:00,Falso,Room")]
    [InlineData("Ämne;Startdatum;Starttid;Slutdatum;Sluttid;Heldagshändelse;Plats", "Plan;2026-11-13;09:00:00;2026-11-13;10:30:00;Falskt;Room")]
    [InlineData("Emne;Startdato;Starttidspunkt;Slutdato;Sluttidspunkt;Hele dagen;Placering", "Plan;13-11-2026;09:00:00;13-11-2026;10:30:00;Falsk;Room")]
    [InlineData("Emne;Startdato;Starttidspunkt;Sluttdato;Sluttidspunkt;Hele dagen;Sted", "Plan;13.11.2026;09:00:00;13.11.2026;10:30:00;Usann;Room")]
    [InlineData("Aihe;Alkamispäivä;Alkamisaika;Päättymispäivä;Päättymisaika;Koko päivän tapahtuma;Sijainti", "Plan;13.11.2026;9:00:00;13.11.2026;10:30:00;Epätosi;Room")]
    [InlineData("Temat;Data rozpoczęcia;Czas rozpoczęcia;Data zakończenia;Czas zakończenia;Wydarzenie całodzienne;Lokalizacja", "Plan;13.11.2026;09:00:00;13.11.2026;10:30:00;Fałsz;Room")]
    [InlineData("Předmět;Datum zahájení;Čas zahájení;Datum ukončení;Čas ukončení;Celodenní událost;Umístění", "Plan;13.11.2026;9:00:00;13.11.2026;10:30:00;Nepravda;Room")]
    [InlineData("Тема;Дата начала;Время начала;Дата завершения;Время завершения;Целый день;Место", "Plan;13.11.2026;9:00:00;13.11.2026;10:30:00;Ложь;Room")]
    [InlineData("件名,開始日,開始時刻,終了日,終了時刻,終日イベント,場所", "Plan,2026/11/13,9:00:00,2026/11/13,10:30:00,FALSE,Room")]
    [InlineData("主题,开始日期,开始时间,结束日期,结束时间,全天事件,地点", "Plan,2026/11/13,9:00:00,2026/11/13,10:30:00,FALSE,Room")]
    [InlineData("제목,시작 날짜,시작 시간,종료 날짜,종료 시간,종일 행사,위치", "Plan,2026-11-13,9:00:00,2026-11-13,10:30:00,FALSE,Room")]
    [InlineData("start_time,end_time,subject,location", "2026-11-13T09:00:00,2026-11-13T10:30:00,Plan,Room")]
    [InlineData("Subject\tStart.DateTime\tStart.TimeZone\tEnd.DateTime\tEnd.TimeZone\tLocation.DisplayName", "Plan\t2026-11-13T08:00:00.0000000\tUTC\t2026-11-13T09:30:00.0000000\tUTC\tRoom")]
    public void Tables_of_other_programs_are_read(string header, string row)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(header + "\r\n" + row + "\r\n");
        Assert.True(Format.Recognises(bytes));
        FormatFile file = FormatFile.Read(Format, bytes, timeZone: "Europe/Berlin");
        Assert.Empty(file.Findings);
        Appointment appointment = file.Appointment;
        Assert.Equal(("Plan", "Room"), (appointment.Subject, appointment.Location));
        Assert.Equal("2026-11-13T08:00:00", appointment.Start!.Value.Instant!.Value.UtcDateTime.ToString("s"));
        Assert.Equal("2026-11-13T09:30:00", appointment.End!.Value.Instant!.Value.UtcDateTime.ToString("s"));
    }

    [Theory]
    [InlineData("2026-11-13,,2026-11-13,,True", "2026-11-14")]
    [InlineData("2026-11-13,0:00:00,2026-11-15,0:00:00,True", "2026-11-15")]
    [InlineData("2026-11-13,,,,", "2026-11-14")]
    [InlineData("2026-11-13,,2026-11-14,,", "2026-11-15")]
    public void Whole_days_need_no_zone_and_end_the_day_after(string cells, string end)
    {
        Appointment appointment = FormatFile.Read(Format, $"Subject,Start Date,Start Time,End Date,End Time,All Day Event\nPlan,{cells}\n").Appointment;
        Assert.True(appointment.IsAllDay);
        Assert.Equal(("2026-11-13", end), (appointment.Start.ToString(), appointment.End.ToString()));
    }

    [Fact]
    public void Outlooks_other_columns_are_taken()
    {
        Appointment appointment = FormatFile.Read(Format, """
            "Subject","Start Date","Start Time","End Date","End Time","All day event","Reminder on/off","Reminder Date","Reminder Time","Meeting Organizer","Required Attendees","Optional Attendees","Meeting Resources","Billing Information","Categories","Description","Mileage","Priority","Private","Sensitivity","Show time as"
            "Plan","11/13/2026","9:00:00 AM","11/13/2026","10:00:00 AM","False","True","11/13/2026","8:45:00 AM","Dana","Bob <bob@contoso.com>;Eve","tim@contoso.com","Room 1","42","Red;Blue","a
            b",,"High","True","Private","4"
            """, timeZone: "UTC").Appointment;
        Assert.Equal(TimeSpan.FromMinutes(15), Assert.Single(appointment.Alarms).BeforeStart);
        Assert.Equal("mailto:bob@contoso.com|invalid:nomail|mailto:tim@contoso.com|invalid:nomail", string.Join('|', appointment.Attendees.Select(person => person.Address)));
        Assert.Equal("Bob|Eve||Room 1", string.Join('|', appointment.Attendees.Select(person => person.Name)));
        Assert.Equal(["Red", "Blue"], appointment.Categories);
        Assert.Equal("a\nb", appointment.Body);
        Assert.Equal((Importance.High, Sensitivity.Private, BusyStatus.OutOfOffice), (appointment.Importance, appointment.Sensitivity, appointment.ShowAs));
    }

    [Theory]
    [InlineData("03/04/2026", null, null)]
    [InlineData("03/04/2026", "en-US", "2026-03-04")]
    [InlineData("03/04/2026", "en-GB", "2026-04-03")]
    [InlineData("03.04.2026", null, "2026-04-03")]
    [InlineData("2026-03-04", null, "2026-03-04")]
    [InlineData("04/04/2026", null, "2026-04-04")]
    [InlineData("3/14/26", null, "2026-03-14")]
    [InlineData("02/30/2026", "en-US", null)]
    public void Dates_are_never_guessed(string date, string? culture, string? expected)
    {
        FormatFile file = FormatFile.Read(Format, $"Subject,Start Date\nPlan,{date}\n", culture: culture);
        Assert.Equal(expected, file.Items.FirstOrDefault()?.Start.ToString());
        Assert.Equal(expected is null ? [FailureCode.InvalidDate] : [], file.Errors.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("13/04/2026", "2026-04-03")]
    [InlineData("04/13/2026", "2026-03-04")]
    public void One_row_proves_the_dates_of_all_the_others(string proof, string expected)
    {
        FormatFile file = FormatFile.Read(Format, $"Subject,Start Date\nA,03/04/2026\nB,{proof}\nC,03/04/2026\n");
        Assert.Empty(file.Findings);
        Assert.Equal(["A", "B", "C"], file.Items.Select(item => item.Subject));
        Assert.Equal((expected, expected), (file.Items[0].Start.ToString(), file.Items[2].Start.ToString()));
    }

    [Fact]
    public void P10_every_row_is_accounted_for()
    {
        FormatFile file = FormatFile.Read(Format, """
            subject,start_time,end_time
            no end,2026-11-03T09:00:00Z,
            no start,,2026-11-03T09:00:00Z
            bad,soon,2026-11-03T09:00:00Z
            naive,2026-11-03T09:00:00,2026-11-03T10:00:00
            good,2026-11-03T09:00:00Z,2026-11-03T10:00:00Z
            backwards,2026-11-03T09:00:00Z,2026-11-03T08:00:00Z
            empty,2026-11-03T09:00:00Z,2026-11-03T09:00:00Z
            """);
        Assert.Equal(["no end", "good", "empty"], file.Items.Select(item => item.Subject));
        Assert.Equal(
            ["2 InvalidDate", "3 InvalidDate", "4 TimeZoneRequired", "6 InvalidDate"],
            file.Errors.Select(finding => $"{finding.Row} {finding.Code}"));
    }

    [Fact]
    public void P17_the_mark_of_a_backup_is_taken_off()
    {
        FormatFile file = FormatFile.Read(Format, "id,subject,start_time,end_time,body_content\n1,[BACKUP] Plan,2026-11-03T09:00:00Z,2026-11-03T10:00:00Z,Backup of appointment from 'Work'. Original: None\n");
        Assert.Equal("Plan", file.Appointment.Subject);
        Assert.Null(file.Appointment.Body);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void Any_encoding_is_read(string name)
    {
        Encoding encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Betreff;Beginnt am\r\nGrüße;13.11.2026\r\n")];
        Assert.True(Format.Recognises(bytes));
        Assert.Equal("Grüße", FormatFile.Read(Format, bytes).Single.Subject);
    }

    [Theory]
    [InlineData("RecordId,CreationDate,AuditData\n1,2026-11-03,{}\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("Just some text.\n")]
    public void Other_tables_are_not_recognised_and_refused(string text)
    {
        Assert.False(Format.Recognises(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(FailureCode.UnsupportedFormat, Assert.Throws<RestorationException>(() => FormatFile.Read(Format, text)).Code);
    }

    [Fact]
    public void Columns_that_nobody_knows_are_kept()
        => Assert.Contains("\"\"Mileage\"\":\"\"12\"\"", FormatFile.WriteText(Format, FormatFile.Read(Format, "Subject,Start Date,Mileage\nPlan,2026-11-03,12\n").Items), StringComparison.Ordinal);
}

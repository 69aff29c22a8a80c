using System.Text;
using Restoration.Failures;
using Restoration.Formats.Csv;

namespace Restoration.Formats.Tests.Csv;

/// <summary>Tables that are not in Unicode.</summary>
public sealed class CsvEncodingTests
{
    private static readonly CsvFormat Format = new();

    [Theory]
    [InlineData(932, "件名,開始日,開始時刻,終了日,終了時刻,場所", "定例会議（表）,2026/11/13,9:00:00,2026/11/13,10:30:00,第一会議室ソ")]
    [InlineData(936, "主题,开始日期,开始时间,结束日期,结束时间,地点", "联通,2026/11/13,9:00:00,2026/11/13,10:30:00,会议室")]
    [InlineData(949, "제목,시작 날짜,시작 시간,종료 날짜,종료 시간,위치", "주간 회의,2026-11-13,9:00:00,2026-11-13,10:30:00,회의실")]
    [InlineData(1250, "Temat;Data rozpoczęcia;Czas rozpoczęcia;Data zakończenia;Czas zakończenia;Lokalizacja", "Przegląd;13.11.2026;09:00:00;13.11.2026;10:30:00;Łódź")]
    [InlineData(1250, "Předmět;Datum zahájení;Čas zahájení;Datum ukončení;Čas ukončení;Umístění", "Schůzka;13.11.2026;9:00:00;13.11.2026;10:30:00;Plzeň")]
    [InlineData(1251, "Тема;Дата начала;Время начала;Дата завершения;Время завершения;Место", "Совещание;13.11.2026;9:00:00;13.11.2026;10:30:00;Кабинет")]
    [InlineData(1252, "Ämne;Startdatum;Starttid;Slutdatum;Sluttid;Plats", "Möte;2026-11-13;09:00:00;2026-11-13;10:30:00;Malmö")]
    public void A_header_that_is_known_proves_the_encoding(int page, string header, string row)
    {
        byte[] bytes = InCodePage(page, header + "\r\n" + row + "\r\n");
        Assert.True(Format.Recognises(bytes));

        FormatFile file = FormatFile.Read(Format, bytes, timeZone: "Europe/Berlin");

        string[] cells = row.Split([',', ';']);
        Assert.Equal((cells[0], cells[5]), (file.Appointment.Subject, file.Appointment.Location));
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal(Severity.Information, finding.Severity);
        Assert.Equal(1, finding.Line);
    }

    [Theory]
    [InlineData(932, "ja-JP", "定例会議（表）")]
    [InlineData(936, "zh-CN", "每周例会")]
    [InlineData(1250, "pl-PL", "Przegląd")]
    [InlineData(1251, "ru-RU", "Совещание")]
    [InlineData(1252, "de-DE", "Prüfung – Teil 1")]
    public void Under_an_English_header_the_culture_says_it(int page, string culture, string subject)
    {
        FormatFile file = FormatFile.Read(Format, InCodePage(page, $"Subject,Start Date\r\n{subject},2026-11-13\r\n"), culture: culture);

        Assert.Equal(subject, file.Appointment.Subject);
        Assert.Equal((Severity.Information, 1L), (Assert.Single(file.Findings).Severity, file.Findings[0].Row));
    }

    [Fact]
    public void What_nothing_tells_costs_the_row_and_says_what_to_name()
    {
        FormatFile file = FormatFile.Read(Format, InCodePage(932, "Subject,Start Date\r\nPlan,2026-11-12\r\n定例会議,2026-11-13\r\nEnd,2026-11-14\r\n"));

        Assert.Equal(["Plan", "End"], file.Items.Select(item => item.Subject));
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal((Severity.Error, 2L, 3L), (finding.Severity, finding.Row, finding.Line));
        Assert.Contains("--culture", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_culture_that_only_Unicode_can_write_leaves_the_guess()
        => Assert.Equal("Büro", FormatFile.Read(Format, InCodePage(1252, "Subject,Start Date\r\nBüro,2026-11-13\r\n"), culture: "hi-IN").Appointment.Subject);

    [Fact]
    public void A_culture_changes_nothing_in_what_is_Unicode()
    {
        FormatFile file = FormatFile.Read(Format, "Subject,Start Date\r\n定例会議,2026-11-13\r\n", culture: "ru-RU");

        Assert.Equal("定例会議", file.Appointment.Subject);
        Assert.Empty(file.Findings);
    }

    private static byte[] InCodePage(int page, string text) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);
}

using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Items;
using Restoration.Sources.AuditLog;
using static Restoration.Formats.Tests.AuditRecords.AuditSamples;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>Rows of an application's <c>audit_log</c> table. Test P14: nothing is made up where a row has no content.</summary>
public sealed class AuditLogTableTests
{
    private const string Header = "id,user_id,action_type,operation,resource_type,resource_id,status,message,details,request_data,correlation_id,created_at\n";
    private const string Content = """{"subject":"Review \uD83C\uDF89","start_time":"2026-06-03T09:00:00Z","end_time":"2026-06-03T10:00:00Z","ical_uid":"u1"}""";

    public static TheoryData<string, string> Places { get; } = new()
    {
        { Content, "" },
        { "", Content },
        { "{\"retries\":3}", Content },
        { "{\"error\":\"timeout\",\"appointment\":" + Content + "}", "" },
        { "[{\"a\":[1,{}]}," + Content + "]", "" },
        { Quoted(Content), "" },
        { "no JSON {", Content },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_content_is_found_wherever_the_row_has_it(string details, string requestData)
    {
        AuditFile file = await AuditFile.ReadAsync(
            Header + $"17,1,archive,archive_appointment,appointment,42,failure,it failed,{Cell(details)},{Cell(requestData)},c,2026-11-02 08:00:00\n");

        AuditRecord record = Assert.Single(file.Records);
        Assert.Equal(("17", "archive", "1", "failure"), (record.RecordId, record.Operation, record.UserId, record.ResultStatus));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero), record.CreationTime);
        AuditedItem item = Assert.Single(record.Items);
        Assert.Equal(("42", "Review 🎉", "u1"), (item.Id, item.Subject, item.Uid));
        Assert.Equal("2026-06-03T09:00:00Z", new ICalendarCodec().Decode(item.Before!).Start.ToString());
        Assert.Empty(file.Findings);
    }

    [Fact]
    public async Task Json_rows_read_alike()
    {
        AuditFile file = await AuditFile.ReadAsync(
            "[{\"id\":17,\"user_id\":1,\"action_type\":\"restore\",\"operation\":\"x\",\"resource_type\":\"appointment\",\"resource_id\":42,\"status\":\"failure\",\"details\":"
            + Content + ",\"created_at\":\"2026-11-02T08:00:00+00:00\"}]");

        Assert.Equal(("restore", "Review 🎉", "42"), (Assert.Single(file.Records).Operation, file.Records[0].Items[0].Subject, file.Records[0].Items[0].Id));
    }

    [Theory]
    [InlineData("appointment", "")]
    [InlineData("appointment", """{"error":"subject missing"}""")]
    [InlineData("appointment", """{"subject":"Review"}""")]
    [InlineData("appointment", """{"subject":"","start_time":"2026-06-03T09:00:00Z"}""")]
    public async Task A_message_is_no_appointment_P14(string type, string details)
    {
        AuditFile file = await AuditFile.ReadAsync(Header + $"17,1,archive,x,{type},,failure,Review failed,{Cell(details)},,c,2026-11-02T08:00:00\n");

        Assert.Empty(Assert.Single(file.Records).Items);
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal((Severity.Warning, FailureCode.ContentNotFound, "17", 1L), (finding.Severity, finding.Code, finding.Item, finding.Row));
    }

    [Theory]
    [InlineData("""{"subject":"Review","start_date":"2026-06-03"}""", "2026-06-03 2026-06-04")]
    [InlineData("""{"subject":"Review","start_date":"2026-06-03","end_date":"2026-06-04"}""", "2026-06-03 2026-06-05")]
    [InlineData("""{"subject":"Review","start_time":"2026-06-03T00:00:00Z","is_all_day":true}""", "2026-06-03 2026-06-04")]
    public async Task A_day_without_a_time_is_a_whole_day_P14(string details, string days)
    {
        AuditFile file = await AuditFile.ReadAsync(Header + $"17,1,archive,x,appointment,,failure,m,{Cell(details)},,c,2026-11-02T08:00:00\n");

        Appointment appointment = new ICalendarCodec().Decode(Assert.Single(Assert.Single(file.Records).Items).Before!);
        Assert.True(appointment.IsAllDay);
        Assert.Equal(days, $"{appointment.Start} {appointment.End}");
    }

    [Theory]
    [InlineData("""{"subject":"Review","start_time":"2026-06-03T09:00:00"}""", "TimeZoneRequired")]
    [InlineData("""{"subject":"Review","start_date":"2026-06-03","end_time":"2026-06-03T10:00:00Z"}""", "InvalidDate")]
    [InlineData("""{"subject":"Review","start_date":"2026-06-03","is_all_day":false}""", "InvalidDate")]
    [InlineData("""{"subject":"Review","start_time":"tomorrow"}""", "InvalidDate")]
    [InlineData("""{"subject":"Review","start_time":"2026-06-03T09:00:00Z","end_time":"2026-06-03T08:00:00Z"}""", "InvalidDate")]
    public async Task What_cannot_be_read_of_the_content_is_said_P14(string details, string code)
    {
        AuditFile file = await AuditFile.ReadAsync(Header + $"17,1,archive,x,appointment,,failure,m,{Cell(details)},,c,2026-11-02T08:00:00\n");

        Assert.Empty(file.Records);
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal((Severity.Error, code, 1L), (finding.Severity, finding.Code.ToString(), finding.Row));
    }

    [Fact]
    public async Task Rows_about_other_things_have_no_items()
    {
        AuditFile file = await AuditFile.ReadAsync(Header + $"17,1,archive,x,calendar,,failure,m,{Cell(Content)},,c,2026-11-02T08:00:00\n");

        Assert.Empty(Assert.Single(file.Records).Items);
        Assert.Empty(file.Findings);
    }
}

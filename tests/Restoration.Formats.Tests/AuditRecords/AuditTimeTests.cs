using System.Globalization;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;

namespace Restoration.Formats.Tests.AuditRecords;

public sealed class AuditTimeTests
{
    [Theory]
    [InlineData("2026-09-01T12:05:00", "2026-09-01T12:05:00Z")]
    [InlineData("2026-09-01T12:05:00Z", "2026-09-01T12:05:00Z")]
    [InlineData("2026-01-24T06:54:24.0000000Z ", "2026-01-24T06:54:24Z")]
    [InlineData("2026-09-01T12:05:00.1234567", "2026-09-01T12:05:00.1234567Z")]
    [InlineData("2026-09-01T14:05:00+02:00", "2026-09-01T12:05:00Z")]
    [InlineData("2026-09-01 12:05:00", "2026-09-01T12:05:00Z")]
    [InlineData("2026-09-01 12:05:00.123 UTC", "2026-09-01T12:05:00.123Z")]
    [InlineData("2026-09-01T12:05Z", "2026-09-01T12:05:00Z")]
    [InlineData("/Date(1788264300000)/", "2026-09-01T12:05:00Z")]
    public void Reads_the_forms_that_mean_one_instant(string text, string instant)
    {
        Assert.True(AuditTime.TryParse(text, out DateTimeOffset time, out bool isLocalForm));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time);
        Assert.False(isLocalForm);
    }

    [Theory]
    [InlineData("6/26/2022 5:40:02 AM", "2022-06-26T05:40:02Z")]
    [InlineData("6/26/2022 17:40", "2022-06-26T17:40:00Z")]
    [InlineData("6/7/2022 5:40:02 PM", "2022-06-07T17:40:02Z")]
    [InlineData("26/06/2022 17:40:02", "2022-06-26T17:40:02Z")]
    [InlineData("26.06.2022 17:40:02", "2022-06-26T17:40:02Z")]
    [InlineData("26-06-2022 17:40:02", "2022-06-26T17:40:02Z")]
    public void Reads_the_clock_of_some_machine_as_utc_and_says_so(string text, string instant)
    {
        Assert.True(AuditTime.TryParse(text, out DateTimeOffset time, out bool isLocalForm));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time);
        Assert.True(isLocalForm);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("5")]
    [InlineData("12:05")]
    [InlineData("2026-13-01T00:00:00")]
    [InlineData("/Date(99999999999999999)/")]
    [InlineData("/Date(x)/")]
    public void Anything_else_is_no_time(string? text) => Assert.False(AuditTime.TryParse(text, out _, out _));

    [Fact]
    public async Task A_clock_without_a_zone_is_reported_once_a_file()
    {
        AuditFile file = await AuditFile.ReadAsync(
            "Operation,LastAccessed,ItemSubject\nSoftDelete,6/26/2022 5:40:02 AM,a\nSoftDelete,6/26/2022 5:41:02 AM,b\n");

        Assert.Equal(2, file.Records.Count);
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal((Severity.Warning, FailureCode.TimeZoneRequired, 1L), (finding.Severity, finding.Code, finding.Row));
    }
}

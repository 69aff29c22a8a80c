using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary>Rows of an application's audit log, which hold the appointment that was lost. Test P14: nothing is made up.</summary>
public sealed class AuditRowTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    [Trait("Seed", "P14")]
    public async Task What_the_rows_hold_is_restored_and_what_they_do_not_is_said()
    {
        _desk.Write("rows.json", JsonSerializer.Serialize(new object[]
        {
            Row(1, "{\"subject\":\"Dentist\",\"start_time\":\"2026-05-04T10:00:00+00:00\",\"end_time\":\"2026-05-04T11:00:00+00:00\"}"),
            Row(2, new { appointment = new { subject = "Day out", start_date = "2026-05-06" } }),
            Row(3, new { subject = "By the clock", start_time = "2026-05-07T10:00:00", end_time = "2026-05-07T11:00:00" }),
            Row(4, new { error = "boom" }),
        }));
        string[] restore = ["restore", "audit-log", "--path", "rows.json", "--destination", $"store:{Desk.Alice}/Recovered", "--execute"];

        Outcome naive = (await _desk.RunAsync(restore)).Expect(3);
        Outcome zoned = await _desk.DoAsync([.. restore, "--time-zone", "Europe/Berlin"]);
        Outcome people = (await _desk.RunPlainAsync([.. restore, "--time-zone", "Europe/Berlin"])).Expect(0);

        Assert.Equal((3, 2, 1), (naive.Count("found"), naive.Count("created"), naive.Count("failed")));
        JsonElement failed = Assert.Single(naive.Items, item => item.GetProperty("action").GetString() == "Fail");
        Assert.Equal(("TimeZoneRequired", 3), (failed.GetProperty("reason").GetString(), failed.GetProperty("record").GetProperty("row").GetInt32()));
        Assert.Equal((3, 1, 2), (zoned.Count("found"), zoned.Count("created"), zoned.Count("skipped")));
        Outcome list = await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice, "--calendar", "Recovered");
        Assert.Equal(["2026-05-04T10:00:00Z", "2026-05-06", "2026-05-07T10:00:00+02:00"], list.Texts("start").Order(StringComparer.Ordinal));
        Assert.Contains("row 4", people.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_row_does_not_say_whose_it_was_a_destination_has_to()
    {
        _desk.Write("rows.json", JsonSerializer.Serialize(new[] { Row(1, new { subject = "Dentist", start_time = "2026-05-04T10:00:00Z" }) }));

        (await _desk.RunAsync("restore", "audit-log", "--path", "rows.json", "--execute")).ExpectError(2, "InvalidLocation");
    }

    private static object Row(int id, object details) => new
    {
        id,
        user_id = 1,
        action_type = "archive",
        operation = "archive_appointment",
        resource_type = "appointment",
        resource_id = $"{70 + id}",
        status = "failure",
        details,
        created_at = "2026-05-08T08:00:00Z",
    };
}

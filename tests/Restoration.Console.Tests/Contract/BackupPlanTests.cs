using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Backup plans from being made to what they leave.</summary>
public sealed class BackupPlanTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_plan_is_made_run_changed_exported_and_removed()
    {
        await _desk.StockAsync(3);
        JsonElement made = (await _desk.DoAsync(
            "backup", "plan", "create", "Nightly", "--calendar", Desk.Alice, "--schedule", "daily at 22:30", "--time-zone", "Europe/Berlin", "--keep-last", "1")).Document;
        Assert.Equal("Europe/Berlin", made.GetProperty("timeZone").GetString());
        Assert.NotEqual(JsonValueKind.Null, made.GetProperty("nextRunAt").ValueKind);

        JsonElement first = (await _desk.DoAsync("backup", "plan", "run", "Nightly")).Document;
        JsonElement second = (await _desk.DoAsync("backup", "plan", "run", "nightly")).Document;
        Assert.Equal("Succeeded", second.GetProperty("status").GetString());
        Assert.Equal(3, second.GetProperty("steps")[0].GetProperty("itemCount").GetInt64());
        Assert.Equal(first.GetProperty("steps")[0].GetProperty("location").GetString(), Assert.Single(second.GetProperty("removed").EnumerateArray()).GetString());

        JsonElement changed = (await _desk.DoAsync("backup", "plan", "set", "Nightly", "--name", "Evening", "--keep-daily", "7", "--active", "false")).Document;
        Assert.Equal((1, 7, false), (changed.GetProperty("keepLast").GetInt32(), changed.GetProperty("keepDaily").GetInt32(), changed.GetProperty("isActive").GetBoolean()));
        Assert.Equal(made.GetProperty("planId").GetString(), (await _desk.DoAsync("backup", "plan", "show", "Evening")).Document.GetProperty("planId").GetString());

        Outcome crontab = (await _desk.RunPlainAsync("backup", "plan", "export", "Evening", "--as", "Crontab", "--program", "restoration")).Expect(0);
        Assert.Contains($"30 22 * * * restoration backup plan run Evening --store {_desk.Store}", crontab.Output, StringComparison.Ordinal);

        await _desk.DoAsync("backup", "plan", "remove", "Evening");
        Assert.Single((await _desk.DoAsync("backup", "plan", "list")).Items);
        await _desk.DoAsync("backup", "plan", "remove", "Evening", "--execute");
        Assert.Empty((await _desk.DoAsync("backup", "plan", "list")).Items);
        await _desk.ExpectWholeTrailAsync();
    }

    [Fact]
    public async Task A_calendar_that_fails_is_named_and_the_rest_is_done()
    {
        await _desk.StockAsync(1);
        await _desk.DoAsync("backup", "plan", "create", "Both", "--calendar", Desk.Alice, "nobody@contoso.com");
        JsonElement run = (await _desk.RunAsync("backup", "plan", "run", "Both")).Expect(3).Document;
        Assert.Equal("CalendarNotFound", run.GetProperty("steps")[0].GetProperty("failure").GetString());
        Assert.Equal("Verified", run.GetProperty("steps")[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_held_backup_stays()
    {
        await _desk.StockAsync(1);
        await _desk.DoAsync("backup", "hold", "alice@contoso.com/Calendar");
        (await _desk.RunAsync("backup", "remove", "alice@contoso.com/Calendar", "--execute")).ExpectError(1, "InvalidState");
        await _desk.DoAsync("backup", "hold", "alice@contoso.com/Calendar", "--release");
        await _desk.DoAsync("backup", "remove", "alice@contoso.com/Calendar", "--execute");
        Assert.DoesNotContain("alice@contoso.com/Calendar", (await _desk.DoAsync("backup", "list")).Items.Select(item => item.GetProperty("location").GetString()));
    }

    [Theory]
    [InlineData("backup plan show Other", "BackupPlanNotFound")]
    [InlineData("backup plan run Other", "BackupPlanNotFound")]
    [InlineData("backup plan create X --calendar a/b --schedule sometimes", "InvalidArgument")]
    [InlineData("backup plan create X --calendar a/b --time-zone Mars", "TimeZoneNotFound")]
    [InlineData("backup plan create X --calendar a/b --keep-last 0", "InvalidArgument")]
    [InlineData("backup plan create X --calendar a/b --destination store:a/b", "InvalidLocation")]
    [InlineData("backup plan create X --calendar a/b --destination file:{who}.ics", "InvalidArgument")]
    [InlineData("backup plan create X", "InvalidArgument")]
    public async Task What_cannot_be_is_said(string line, string code)
        => (await _desk.RunAsync(line.Split(' '))).ExpectError(code == "BackupPlanNotFound" ? 1 : 2, code);
}

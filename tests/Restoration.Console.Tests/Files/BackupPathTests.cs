using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary>Files that serve as backups.</summary>
public sealed class BackupPathTests : IDisposable
{
    private const string Time = "2026-01-01T00:00:00Z";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("kept.json", null)]
    [InlineData("kept.json.gz", null)]
    [InlineData("kept.ndjson", null)]
    [InlineData("kept.ics", null)]
    [InlineData("kept.ics.gz", null)]
    [InlineData("kept.json", Time)]
    [InlineData("kept.csv", Time)]
    [InlineData("kept.csv.gz", Time)]
    [InlineData("kept.ics", Time)]
    public async Task What_was_lost_is_found_in_a_file(string name, string? time)
    {
        string audit = await LoseWithoutBackupAsync(name);
        string[] when = time is null ? [] : ["--backup-time", time];

        Outcome run = await _desk.DoAsync(["restore", "audit-log", "--path", audit, "--backup-path", name, .. when, "--execute"]);

        Assert.Equal((2, 2), (run.Count("found"), run.Count("created")));
        Assert.Equal(["Event 2", "Event 5"], run.Texts("subject"));
        Assert.Equal(6, (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Items.Length);
    }

    [Fact]
    public async Task A_file_that_does_not_say_when_it_was_made_needs_the_time()
    {
        string audit = await LoseWithoutBackupAsync("kept.csv");

        string message = (await _desk.RunAsync("restore", "audit-log", "--path", audit, "--backup-path", "kept.csv", "--execute"))
            .ExpectError(2, "InvalidDate").GetProperty("message").GetString()!;

        Assert.Contains("kept.csv", message, StringComparison.Ordinal);
        (await _desk.RunAsync("restore", "audit-log", "--path", audit, "--backup-path", "kept.csv", "--backup-time", "2026-01-01")).ExpectError(2, "TimeZoneRequired");
        await _desk.DoAsync("restore", "audit-log", "--path", audit, "--backup-path", "kept.csv", "--backup-time", "2026-01-01", "--time-zone", "UTC", "--execute");
    }

    [Fact]
    public async Task A_backup_from_after_the_loss_is_none()
    {
        string audit = await LoseWithoutBackupAsync("kept.ics");

        Outcome run = await _desk.DoAsync("restore", "audit-log", "--path", audit, "--backup-path", "kept.ics", "--backup-time", "2099-01-01T00:00:00Z");

        Assert.All(run.Texts("reason"), reason => Assert.Equal("ContentNotFound", reason));
    }

    [Fact]
    public async Task Wildcards_are_files_where_no_shell_has_seen_to_them()
    {
        string audit = await LoseWithoutBackupAsync("kept.json");

        Outcome run = await _desk.DoAsync("restore", "audit-log", "--path", "audi*.csv", "--backup-path", "k?pt.js*", "--execute");

        Assert.Equal(2, run.Count("created"));
        (await _desk.RunAsync("restore", "audit-log", "--path", audit, "--backup-path", "nothing*.json")).ExpectError(1, "FileNotFound");
        (await _desk.RunAsync("restore", "audit-log", "--path", "nothing*.csv")).ExpectError(1, "FileNotFound");
    }

    [Theory]
    [InlineData("missing.json", "FileNotFound")]
    [InlineData("empty.json", "InvalidData")]
    [InlineData("binary.json", "UnsupportedFormat")]
    public async Task A_file_that_is_no_backup_stops_the_run(string name, string code)
    {
        string audit = await LoseWithoutBackupAsync("kept.json");
        _desk.Write("empty.json", "");
        _desk.Write("binary.json", [0, 1, 2, 3, 255]);

        string message = (await _desk.RunAsync("restore", "audit-log", "--path", audit, "--backup-path", name, "--execute"))
            .ExpectError(1, code).GetProperty("message").GetString()!;

        Assert.Contains(name, message, StringComparison.Ordinal);
    }

    private async Task<string> LoseWithoutBackupAsync(string name)
    {
        await _desk.StockAsync(6);
        await _desk.DoAsync("calendar", "export", name, "--mailbox", Desk.Alice);
        await _desk.DoAsync("backup", "remove", $"{Desk.Alice}/Calendar", "--execute");
        return await _desk.LoseAsync(2, 5);
    }
}

using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>A process that is killed at any point leaves work that can be gone on with, by resuming it or by running it again.</summary>
public sealed class KilledImportTests
{
    [Fact]
    public Task Ten_killed_imports_end_as_a_clean_one()
        => new KilledWork(1, KillSetting.BeginWithFileAsync, @"alice\Import", "calendar", "import", "stock.ics", "--mailbox", Desk.Alice)
            .KillAsync(10, KillSetting.ExpectWholeAsync);
}

/// <inheritdoc cref="KilledImportTests"/>
public sealed class KilledRestoreTests
{
    [Fact]
    public Task Twelve_killed_restores_end_as_a_clean_one()
        => new KilledWork(
            2, KillSetting.BeginLostAsync, @"alice\Killed", "restore", "audit-log", "--path", "audit.csv", "--destination", $"store:{Desk.Alice}/Calendar", "--request-name", "Killed", "--execute")
            { Again = ["restore", "audit-log", "--path", "audit.csv", "--execute"] }
            .KillAsync(12, KillSetting.ExpectWholeAsync);
}

/// <inheritdoc cref="KilledImportTests"/>
public sealed class KilledUndoTests
{
    [Fact]
    public Task Ten_killed_undos_end_as_a_clean_one()
        => new KilledWork(3, KillSetting.BeginLostAsync, @"alice\Undo", "request", "undo", @"alice\Removal", "--execute")
            .KillAsync(10, KillSetting.ExpectWholeAsync);
}

/// <inheritdoc cref="KilledImportTests"/>
public sealed class KilledBackupTests
{
    [Fact]
    public Task Eight_killed_backups_are_whole_or_not_there()
        => new KilledWork(4, KillSetting.BeginWholeAsync, null, "backup", "create", "--mailbox", Desk.Alice).KillAsync(8, async (desk, _) =>
        {
            foreach (JsonElement backup in (await desk.DoAsync("backup", "list")).Items)
            {
                Assert.Equal(KillSetting.Events, backup.GetProperty("itemCount").GetInt32());
                JsonElement verdict = (await desk.DoAsync("backup", "verify", backup.GetProperty("backupId").GetString()!)).Document;
                Assert.True(verdict.GetProperty("isValid").GetBoolean(), verdict.ToString());
            }

            Assert.Empty((await desk.DoAsync("backup", "compare", $"{Desk.Alice}/Calendar")).Items);
        });
}

/// <inheritdoc cref="KilledImportTests"/>
public sealed class KilledFileTests
{
    [Fact]
    public Task Ten_killed_restores_into_a_file_leave_a_whole_one_or_none()
        => new KilledWork(
            5, KillSetting.BeginLostAsync, "Killed", "restore", "audit-log", "--path", "audit.csv", "--destination", "file:out.ics", "--request-name", "Killed", "--execute")
            { Again = ["restore", "audit-log", "--path", "audit.csv", "--destination", "file:out.ics", "--execute"] }
            .KillAsync(10, async (desk, finished) =>
            {
                KillSetting.ExpectCounts(finished);
                string[] lines = await File.ReadAllLinesAsync(desk.Place("out.ics"));
                Assert.Equal("END:VCALENDAR", lines[^1]);
                string[] uids = [.. lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
                Assert.Equal(KillSetting.Events / 2, uids.Length);
                Assert.Equal(uids.Distinct(), uids);
            });
}

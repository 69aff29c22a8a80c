using System.Text.Json;
using Restoration.Auditing;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Tests.Auditing;

public sealed class AuditTrailTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, Func<AuditEntry, AuditEntry>> Changes => new()
    {
        { "actor", entry => entry with { Actor = "mallory" } },
        { "time", entry => entry with { At = entry.At.AddTicks(1) } },
        { "operation", entry => entry with { Operation = "Backup" } },
        { "run", entry => entry with { RequestId = null } },
        { "target", entry => entry with { Target = entry.Target + " " } },
        { "item", entry => entry with { ItemId = null } },
        { "uid", entry => entry with { Uid = "" } },
        { "subject", entry => entry with { Subject = null } },
        { "before", entry => entry with { Before = entry.After } },
        { "after", entry => entry with { After = null } },
        { "outcome", entry => entry with { Outcome = AuditOutcome.Failed } },
        { "duration", entry => entry with { Duration = TimeSpan.Zero } },
        { "detail", entry => entry with { Detail = null } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_part_of_an_entry_is_in_its_link(string what, Func<AuditEntry, AuditEntry> change)
    {
        AuditEntry entry = new()
        {
            At = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
            Actor = "alice",
            Operation = "ItemCreate",
            RequestId = Guid.Empty,
            Target = "store:a/b",
            ItemId = "1",
            Uid = "uid",
            Subject = "Subject",
            After = Some.Appointment(1).ContentHash,
            Outcome = AuditOutcome.Succeeded,
            Detail = "Missing",
        };
        Assert.True(AuditChain.Compute(entry, default) != AuditChain.Compute(change(entry), default), what);
    }

    [Fact]
    public void Text_that_moves_from_one_part_to_the_next_is_noticed()
    {
        AuditEntry entry = new() { At = default, Actor = "ab", Operation = "c", Target = "t", Outcome = AuditOutcome.Succeeded };
        Assert.NotEqual(AuditChain.Compute(entry, default), AuditChain.Compute(entry with { Actor = "a", Operation = "bc" }, default));
    }

    [Fact]
    public async Task The_trail_is_exported_one_object_a_line_with_its_links()
    {
        using TemporaryFolder folder = new();
        await using Engine engine = new();
        await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(2));
        AuditExport export = await new AuditExporter(engine.Workspace).WriteAsync(AuditFilter.All, folder.File("audit.jsonl"), false, None);
        string[] lines = await File.ReadAllLinesAsync(export.Path);
        Assert.Equal((4, 4), (lines.Length, (int)export.EntryCount));
        AuditHead head = await engine.Workspace.ReadAsync(transaction => transaction.Audit.GetHeadAsync(None), None);
        Assert.Equal(head.Hash.ToString(), JsonDocument.Parse(lines[^1]).RootElement.GetProperty("hash").GetString());
        Assert.Equal(
            FailureCode.FileExists,
            (await Assert.ThrowsAsync<RestorationException>(async () => await new AuditExporter(engine.Workspace).WriteAsync(AuditFilter.All, export.Path, false, None))).Code);
    }
}

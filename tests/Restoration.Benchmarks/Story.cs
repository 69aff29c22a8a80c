using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Items;
using Restoration.Losses;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Hosting;

namespace Restoration.Benchmarks;

/// <summary>A calendar comes in, is backed up, lost, and given back; and what it takes to insert the same rows and do nothing else.</summary>
internal static class Story
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("peer", PeerInsert.RunAsync, bench => CalendarText.WriteAsync(bench.Calendar, bench.Items)),
        new("import", bench => bench.WithAsync(ImportAsync(bench))),
        new("backup", bench => bench.WithAsync(async session => (await session.Backups.CreateAsync(await FindAsync(session), None)).ItemCount)),
        new("verify", bench => bench.WithAsync(VerifyAsync)),
        new("remove", bench => bench.WithAsync(RemoveAsync)),
        new("find", bench => bench.WithAsync(async session => (await DraftAsync(session, bench)).Entries.Count), WriteRecordsAsync),
        new("plan", bench => bench.WithAsync(async session => await session.Requests.PlanAsync(await DraftAsync(session, bench), null, None).LongCountAsync())),
        new("restore", bench => bench.WithAsync(async session => await RunAsync(session, await DraftAsync(session, bench) with { Name = "Benchmark" }, counts => counts.Created))),
        new("again", bench => bench.WithAsync(async session => await RunAsync(session, await DraftAsync(session, bench), counts => counts.Skipped))),
        new("undo", bench => bench.WithAsync(async session => await UndoAsync(session, "Benchmark", counts => counts.Deleted))),
        new("redo", bench => bench.WithAsync(async session => await UndoAsync(session, "Undo", counts => counts.Created))),
        new("export", bench => bench.WithAsync(ExportAsync(bench))),
        new("audit", bench => bench.WithAsync(AuditAsync)),
    ];

    private static ValueTask<Folder> FindAsync(RestorationSession session) => session.Calendars.GetAsync(Bench.Mailbox, FolderPath.Calendar, None);

    private static Func<RestorationSession, Task<long>> ImportAsync(Bench bench) => async session =>
    {
        RequestDraft draft = await session.Imports.DraftAsync(
            [bench.Calendar], Bench.Mailbox, FolderPath.Calendar, ConflictResolutionOption.KeepTargetItem, new RequestOptions(), None);
        return await RunAsync(session, draft, counts => counts.Created);
    };

    private static async Task<long> VerifyAsync(RestorationSession session)
    {
        Backup backup = (await session.Backups.ListAsync(null, null, None))[0];
        BackupVerdict verdict = await session.Backups.VerifyAsync(backup, None);
        return verdict.IsValid ? verdict.ItemCount : throw new InvalidOperationException("The backup is damaged.");
    }

    private static async Task<long> RemoveAsync(RestorationSession session)
        => await RunAsync(session, await session.Calendars.DraftRemovalAsync(await FindAsync(session), ItemFilter.All, None), counts => counts.Deleted);

    private static async Task WriteRecordsAsync(Bench bench) => await AuditRecordText.WriteAsync(bench.Records, bench.Items, DateTimeOffset.UtcNow.AddMinutes(1));

    private static async Task<RequestDraft> DraftAsync(RestorationSession session, Bench bench)
        => (await session.AuditLog.DraftAsync(new AuditLogRestoreOptions { Paths = [bench.Records] }, null, None)).Request;

    private static async Task<long> UndoAsync(RestorationSession session, string name, Func<RestoreCounts, long> count)
    {
        RestoreRequest request = (await session.Requests.ListAsync(None)).First(candidate => candidate.Name.StartsWith(name, StringComparison.Ordinal));
        return await RunAsync(session, RequestService.DraftUndo(request, force: false), count);
    }

    private static Func<RestorationSession, Task<long>> ExportAsync(Bench bench) => async session =>
        (await session.Exports.WriteAsync(await FindAsync(session), ItemFilter.All, Location.OfFile(bench.Export), new ExportOptions(), None)).ItemCount;

    private static async Task<long> AuditAsync(RestorationSession session)
    {
        AuditVerdict verdict = await session.Audit.VerifyAsync(None);
        return verdict.IsValid ? verdict.Entries : throw new InvalidOperationException(verdict.Detail);
    }

    // What a step says that it did, it has to have done.
    private static async Task<long> RunAsync(RestorationSession session, RequestDraft draft, Func<RestoreCounts, long> count)
    {
        RestoreRequest request = await session.Requests.AddAsync(draft, None);
        long results = await session.Requests.RunAsync(request, null, null, None).LongCountAsync();
        RestoreCounts counts = (await session.Requests.GetAsync(request.RequestId.ToString(), None)).Counts;
        return count(counts) == results ? results : throw new InvalidOperationException($"{draft.Kind}: {counts}.");
    }
}

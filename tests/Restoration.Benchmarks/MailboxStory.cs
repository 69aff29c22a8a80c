using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;

namespace Restoration.Benchmarks;

/// <summary>A mailbox is merged into one with half of it present; and what it takes to copy the same rows and bytes and do nothing else.</summary>
internal static class MailboxStory
{
    private const string Target = "bob@contoso.com";

    private static readonly CancellationToken None = CancellationToken.None;

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("peer", PeerCopy.RunAsync, PeerCopy.PrepareAsync),
        new("import", bench => bench.WithAsync(session => ImportAsync(session, bench.Messages, Bench.Mailbox)), PrepareAsync),
        new("half", bench => bench.WithAsync(session => ImportAsync(session, bench.Half, Target))),
        new("merge", bench => bench.WithAsync(session => MergeAsync(session, counts => (counts.Created, counts.Skipped), bench.Items))),
        new("again", bench => bench.WithAsync(session => MergeAsync(session, counts => (0, counts.Skipped), bench.Items))),
    ];

    private static async Task PrepareAsync(Bench bench)
    {
        await MessageText.WriteAsync(bench.Messages, bench.Items);
        await MessageText.WriteAsync(bench.Half, bench.Items / 2);
        await bench.WithAsync(async session =>
        {
            await session.Mailboxes.CreateAsync(new MailboxDraft { Address = Bench.Mailbox }, None);
            await session.Mailboxes.CreateAsync(new MailboxDraft { Address = Target }, None);
            return 0;
        });
    }

    private static async Task<long> ImportAsync(RestorationSession session, string file, string mailbox)
    {
        RequestDraft draft = await session.MailboxImports.DraftAsync([file], mailbox, null, null, ConflictResolutionOption.KeepTargetItem, None);
        RestoreRequest request = await session.Requests.AddAsync(draft, None);
        long results = await session.Requests.RunAsync(request, null, null, None).LongCountAsync();
        RestoreCounts counts = (await session.Requests.GetAsync(request.RequestId.ToString(), None)).Counts;
        return counts.Created == results ? results : throw new InvalidOperationException($"{counts}.");
    }

    private static async Task<long> MergeAsync(RestorationSession session, Func<RestoreCounts, (long Created, long Skipped)> split, int expected)
    {
        RestoreRequest request = await session.MailboxRestores.AddAsync(
            new MailboxRestoreSettings
            {
                SourceMailbox = Bench.Mailbox,
                TargetMailbox = Target,
                TargetRootFolder = "/",
                ConflictResolution = ConflictResolutionOption.KeepTargetItem,
                AllowMailboxMismatch = true,
            },
            None);
        await session.Worker.RunAsync(new WorkerOptions { Drain = true }, null, null, None).CountAsync();
        RestoreCounts counts = (await session.Requests.GetAsync(request.RequestId.ToString(), None)).Counts;
        (long created, long skipped) = split(counts);
        return created + skipped == expected && (created == 0 || created == expected - (expected / 2))
            ? expected
            : throw new InvalidOperationException($"{counts}.");
    }
}

using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Requests;
using Restoration.Requests.Queue;
using Restoration.Stores;

namespace Restoration.Contracts.Support;

/// <summary>A mailbox of somebody who is gone, the mailboxes of those who take over, and workers that share one store.</summary>
public sealed class WorkerStage(Func<ValueTask<IStore>> open) : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<Engine> _engines = [];

    /// <summary>The engine that the stage is made and looked at with.</summary>
    public Engine Engine => _engines[0];

    public MailboxStage Mailboxes => new(Engine);

    /// <summary>Makes the mailboxes, with items in that of the source.</summary>
    public async Task MakeAsync(int targets, int items)
    {
        await AddEngineAsync();
        await Mailboxes.Mailboxes.CreateAsync(new MailboxDraft { Address = MailboxStage.Source, Kind = MailboxKind.Inactive }, None);
        for (int i = 0; i < targets; i++)
        {
            await Mailboxes.Mailboxes.CreateAsync(new MailboxDraft { Address = Target(i) }, None);
        }

        await Mailboxes.FillAsync(MailboxStage.Source, "Inbox", null, Some.Appointments(items));
    }

    /// <summary>Queues restores, each into a folder of its own.</summary>
    public async Task<RestoreRequest[]> QueueAsync(int targets, int requestsEach)
    {
        List<RestoreRequest> requests = [];
        for (int i = 0; i < targets * requestsEach; i++)
        {
            requests.Add(await Mailboxes.Restores.AddAsync(
                MailboxStage.Settings with { TargetMailbox = Target(i % targets), Name = $"Run{i}", TargetRootFolder = $"Run{i}" }, None));
        }

        return [.. requests];
    }

    /// <summary>Another worker with a connection to the store of its own.</summary>
    public async Task<RestoreWorker> HireAsync(TimeProvider? clock = null)
    {
        Engine engine = await AddEngineAsync();
        return new RestoreWorker(engine.Workspace with { Clock = clock ?? TimeProvider.System, Identifiers = new RandomIdentifiers() });
    }

    /// <summary>Lets workers run until the queue is empty.</summary>
    public static async Task<RestoreRequest[]> DrainAsync(IEnumerable<RestoreWorker> workers, IProgress<RestoreProgress>? progress = null, IProgress<Finding>? findings = null)
    {
        RestoreRequest[][] ended = await Task.WhenAll(workers.Select(worker => Task.Run(
            async () => await worker.RunAsync(new WorkerOptions { Drain = true }, progress, findings, None).ToArrayAsync())));
        return [.. ended.SelectMany(requests => requests)];
    }

    /// <summary>Asserts that each request ended well, that each target has each item of each of its requests once, and that the trail is whole.</summary>
    public async Task ExpectAllAsync(IReadOnlyList<RestoreRequest> requests, int items)
    {
        foreach (RestoreRequest request in requests)
        {
            RestoreRequest ended = await Engine.Requests.GetAsync(request.RequestId.ToString(), None);
            Xunit.Assert.Equal(
                (RequestStatus.Completed, null, new RestoreCounts(items, items, 0, 0, 0, 0, 0, 0)),
                (ended.Status, ended.Failure is null ? null : $"{ended.Failure}: {ended.Message}", ended.Counts));
        }

        string[] uids = [.. Some.Appointments(items).Select(item => item.Key.Uid!)];
        foreach (IGrouping<string, RestoreRequest> target in requests.GroupBy(request => Location.Parse(request.Destination).Mailbox!))
        {
            Xunit.Assert.Equal(
                target.SelectMany(request => uids.Select(uid => $"{request.Name}/Inbox: {uid} As planned.")).Order(StringComparer.Ordinal),
                (await Mailboxes.ReadAsync(target.Key)).Order(StringComparer.Ordinal));
        }

        Xunit.Assert.True((await new Auditing.AuditTrail(Engine.Workspace).VerifyAsync(None)).IsValid);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Engine engine in _engines)
        {
            await engine.DisposeAsync();
        }
    }

    private static string Target(int number) => FormattableString.Invariant($"target{number}@contoso.com");

    private async Task<Engine> AddEngineAsync()
    {
        Engine engine = new(await open(), batchSize: 5);
        _engines.Add(engine);
        return engine;
    }

    private sealed class RandomIdentifiers : IdentifierSource
    {
        public override Guid NewId() => Guid.NewGuid();
    }
}

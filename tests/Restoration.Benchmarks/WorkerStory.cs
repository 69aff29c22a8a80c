using System.Diagnostics;
using System.Globalization;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;

namespace Restoration.Benchmarks;

/// <summary>One worker, then eight, on the same queue in a store on a server, in a database with nothing in it.</summary>
internal sealed class WorkerStory(string address, TextWriter output)
{
    private const int Targets = 16;
    private const int Items = 200;

    private static readonly CancellationToken None = CancellationToken.None;

    public async Task<int> RunAsync(int requests)
    {
        await PrepareAsync();
        await output.WriteLineAsync($"{"workers",8} {"requests",9} {"wall s",8} {"requests/s",11} {"items/s",8}");
        double one = await MeasureAsync(1, requests);
        double eight = await MeasureAsync(8, requests);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"eight are {eight / one:0.00} times as fast as one"));
        return 0;
    }

    private async Task PrepareAsync()
    {
        string calendar = Path.GetTempFileName();
        try
        {
            await CalendarText.WriteAsync(calendar, Items);
            await using RestorationSession session = await OpenAsync();
            RequestDraft draft = await session.Imports.DraftAsync(
                [calendar], Bench.Mailbox, FolderPath.Calendar, ConflictResolutionOption.KeepTargetItem, new RequestOptions { SourceFormat = "ICS" }, None);
            await session.Requests.RunAsync(await session.Requests.AddAsync(draft, None), null, null, None).CountAsync();
            for (int i = 0; i < Targets; i++)
            {
                await session.Mailboxes.CreateAsync(new MailboxDraft { Address = Target(i) }, None);
            }
        }
        finally
        {
            File.Delete(calendar);
        }
    }

    private async Task<double> MeasureAsync(int workers, int requests)
    {
        await QueueAsync(workers, requests);
        long started = Stopwatch.GetTimestamp();
        int[] ended = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync)));
        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (ended.Sum() != requests)
        {
            throw new InvalidOperationException($"{ended.Sum()} of {requests} requests were run.");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{workers,8} {requests,9} {wall,8:0.00} {requests / wall,11:0.0} {requests * Items / wall,8:0}"));
        return requests / wall;
    }

    private async Task QueueAsync(int workers, int requests)
    {
        await using RestorationSession session = await OpenAsync();
        for (int i = 0; i < requests; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"With{workers}-{i}");
            await session.MailboxRestores.AddAsync(
                new MailboxRestoreSettings
                {
                    SourceMailbox = Bench.Mailbox,
                    TargetMailbox = Target(i % Targets),
                    TargetRootFolder = name,
                    Name = name,
                    AllowMailboxMismatch = true,
                },
                None);
        }
    }

    private async Task<int> WorkAsync()
    {
        await using RestorationSession session = await OpenAsync();
        return await session.Worker.RunAsync(new WorkerOptions { Drain = true }, null, null, None)
            .CountAsync(request => request.Status == RequestStatus.Completed && request.Counts.Created == Items);
    }

    private ValueTask<RestorationSession> OpenAsync() => RestorationSession.OpenAsync(new SessionOptions { Store = address, User = "benchmark" }, None);

    private static string Target(int number) => string.Create(CultureInfo.InvariantCulture, $"target{number}@contoso.com");
}

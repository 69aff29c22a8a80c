using Restoration.Failures;
using Restoration.Requests;
using Restoration.Requests.Queue;

namespace Restoration.Hosting;

/// <summary>Runs what waits in the queue in the background of a session, as long as the session is open.</summary>
public sealed class SessionWorker(Workspace workspace) : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private bool _hasMore;

    /// <summary>What stopped the last round, other than the end of the queue; null if nothing did.</summary>
    public RestorationException? Failure { get; private set; }

    /// <summary>Says that something waits. Returns at once.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _hasMore = true;
            if (_running.IsCompleted && !_stop.IsCancellationRequested)
            {
                _running = Task.Run(RunAsync);
            }
        }
    }

    /// <summary>Stops after the item in flight; what was in hand goes back to the queue.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        RestoreWorker worker = new(workspace);
        while (TakeTurn())
        {
            try
            {
                await foreach (RestoreRequest _ in worker.RunAsync(new WorkerOptions { Drain = true }, null, null, _stop.Token).ConfigureAwait(false))
                {
                    // How each has ended is said by the request itself.
                }
            }
            catch (RestorationException failure)
            {
                Failure = failure;
            }
        }
    }

    private bool TakeTurn()
    {
        lock (_gate)
        {
            bool had = _hasMore && !_stop.IsCancellationRequested;
            _hasMore = false;
            return had;
        }
    }
}

using System.Runtime.ExceptionServices;

namespace Restoration.PowerShell;

/// <summary>
/// Runs an async body on the thread that calls it: every continuation comes back to that thread. So cmdlets are plain async
/// methods that call WriteObject, ShouldProcess and the rest as they are, where PowerShell allows it: on the pipeline thread.
/// </summary>
internal sealed class PipelinePump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = [];
    private bool _hasEnded;

    /// <summary>Runs a body to its end, whatever the end is.</summary>
    /// <param name="body">The body.</param>
    /// <param name="stop">Stops the body; the pump stops it too if something that it was not awaiting throws.</param>
    public static void Run(Func<CancellationToken, Task> body, CancellationTokenSource stop)
    {
        SynchronizationContext? outer = Current;
        PipelinePump pump = new();
        SetSynchronizationContext(pump);
        try
        {
            pump.Drain(body(stop.Token), stop);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Queues work for the thread; what comes after the body's end, such as a late report of progress, is dropped.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_work)
        {
            if (!_hasEnded)
            {
                _work.Enqueue((d, state));
                Monitor.Pulse(_work);
            }
        }
    }

    /// <summary>Refuses: to wait for the thread that waits for the body is to wait for ever.</summary>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    private void Drain(Task body, CancellationTokenSource stop)
    {
        ExceptionDispatchInfo? failure = null;
        _ = body.ContinueWith(_ => End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (Take() is { } work)
        {
            try
            {
                work.Callback(work.State);
            }
            catch (Exception exception)
            {
                // A handler of progress may throw: WriteProgress does so once the pipeline stops. The body must not be abandoned.
                failure ??= ExceptionDispatchInfo.Capture(exception);
                stop.Cancel();
            }
        }

        failure?.Throw();
        body.GetAwaiter().GetResult();
    }

    private (SendOrPostCallback Callback, object? State)? Take()
    {
        lock (_work)
        {
            while (_work.Count == 0 && !_hasEnded)
            {
                Monitor.Wait(_work);
            }

            return _work.TryDequeue(out (SendOrPostCallback, object?) work) ? work : null;
        }
    }

    private void End()
    {
        lock (_work)
        {
            _hasEnded = true;
            Monitor.Pulse(_work);
        }
    }
}

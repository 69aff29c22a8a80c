using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Requests;
using Restoration.Requests.Queue;

namespace Restoration.Console.Verbs.Request;

/// <summary>Waits for a mailbox restore, and works on it as long as nobody else does.</summary>
internal static class RequestWaiting
{
    /// <summary>Waits until the request stands still, and prints it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        VerbContext context, RestorationSession session, RestoreRequest request, TimeSpan? timeout, CancellationToken cancellation)
    {
        string id = request.RequestId.ToString();
        ProgressLine? progress = context.Printer.IsJson ? null : new ProgressLine(TimeProvider.System);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (timeout is { } time)
        {
            patience.CancelAfter(time);
        }

        WorkerOptions only = new() { Drain = true, Only = request.RequestId };
        await foreach (RestoreRequest _ in session.Worker.RunAsync(only, progress, new Runs.FindingLine(context.Printer), patience.Token))
        {
            // It is asked for below, whoever has run it.
        }

        progress?.Clear();
        RestoreRequest now = await session.Requests.GetAsync(id, CancellationToken.None);
        if (!RequestWatch.StandsStill(now))
        {
            throw cancellation.IsCancellationRequested
                ? new RequestStoppedException(id, new OperationCanceledException(cancellation))
                : new RestorationException(
                    FailureCode.TimedOut, FormattableString.Invariant($"The request '{now.Identity}' is {now.Status} after {timeout?.TotalSeconds:0.#} seconds. Wait longer, or let a worker run it."), now.Identity);
        }

        context.Printer.One(now, Shapes.Request);
        return CodeOf(now);
    }

    /// <summary>The exit code of a request that stands still.</summary>
    public static int CodeOf(RestoreRequest request) => RequestStates.IsEnded(request.Status) ? ExitCodes.Of(request.Counts) : ExitCodes.Error;
}

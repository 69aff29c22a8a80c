using System.Runtime.CompilerServices;
using Restoration.Failures;

namespace Restoration.Requests.Queue;

/// <summary>Watches a request that is run elsewhere.</summary>
public sealed class RequestWatch(Workspace workspace)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly RequestService _requests = new(workspace);

    /// <summary>The request as it changes, until it stands still: ended, failed or suspended. The last one is how it stands then.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long to watch at most; null for as long as it takes.</param>
    /// <param name="cancellation">Stops the watching; the request goes on.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.TimedOut"/>.</exception>
    public async IAsyncEnumerable<RestoreRequest> WatchAsync(
        RestoreRequest request, TimeSpan? timeout, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long begun = workspace.Clock.GetTimestamp();
        string id = request.RequestId.ToString();
        RestoreRequest? last = null;
        while (true)
        {
            RestoreRequest now = await _requests.GetAsync(id, cancellation).ConfigureAwait(false);
            if (now != last)
            {
                yield return last = now;
            }

            if (StandsStill(now))
            {
                yield break;
            }

            if (workspace.Clock.GetElapsedTime(begun) >= timeout)
            {
                throw new RestorationException(
                    FailureCode.TimedOut, FormattableString.Invariant($"The request '{now.Identity}' is {now.Status} after {timeout.Value.TotalSeconds:0.#} seconds. It goes on; wait longer, or look at it later."), now.Identity);
            }

            await Task.Delay(Pause, workspace.Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Whether nothing becomes of a request before somebody does something.</summary>
    public static bool StandsStill(RestoreRequest request)
        => RequestStates.IsEnded(request.Status) || request.Status is RequestStatus.Failed or RequestStatus.Suspended;
}

namespace Restoration.Console;

/// <summary>A request was stopped on the way, and can be resumed.</summary>
/// <param name="requestId">The request.</param>
/// <param name="stop">What stopped it.</param>
internal sealed class RequestStoppedException(string requestId, OperationCanceledException stop) : OperationCanceledException(stop.Message, stop)
{
    /// <summary>The request.</summary>
    public string RequestId { get; } = requestId;
}

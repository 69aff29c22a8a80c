using Restoration.Failures;
using Restoration.Requests;

namespace Restoration.PowerShell.Parameters;

/// <summary>Which restore request: its GUID, its name, <c>Mailbox\Name</c>, or the request itself. An empty one is an error, never "all".</summary>
public sealed class RequestIdentity
{
    /// <summary>Takes a GUID, a name, or <c>Mailbox\Name</c>.</summary>
    public RequestIdentity(string identity) => Text = string.IsNullOrWhiteSpace(identity)
        ? throw new RestorationException(FailureCode.InvalidArgument, @"A request is named by its GUID, its name or Mailbox\Name; an empty identity is none.")
        : identity;

    /// <summary>Takes the GUID.</summary>
    public RequestIdentity(Guid requestId) => Text = requestId.ToString();

    /// <summary>Takes the request.</summary>
    public RequestIdentity(RestoreRequest request) => Text = request.RequestId.ToString();

    /// <summary>Takes the statistics of a request.</summary>
    public RequestIdentity(RestoreRequestStatistics statistics) => Text = statistics.RequestGuid.ToString();

    private string Text { get; }

    /// <summary>The identity as text.</summary>
    public override string ToString() => Text;
}

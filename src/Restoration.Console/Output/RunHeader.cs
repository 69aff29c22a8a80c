using Restoration.Requests;

namespace Restoration.Console.Output;

/// <summary>What a run is about, and what it came to.</summary>
/// <param name="RequestId">The request; null for a plan.</param>
/// <param name="Name">The request's name; null for a plan.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Source">Where the items come from.</param>
/// <param name="Destination">Where they go to.</param>
/// <param name="Counts">What became of the items; of a request that was resumed, of all of them.</param>
internal sealed record RunHeader(
    Guid? RequestId, string? Name, RequestKind Kind, RequestStatus Status, string Source, string Destination, RestoreCounts Counts)
{
    /// <summary>Whether anything was changed.</summary>
    public bool HasEffects => Counts.Created + Counts.Replaced + Counts.Updated + Counts.Deleted > 0;

    /// <summary>The header of a request.</summary>
    public static RunHeader Of(RestoreRequest request)
        => new(request.RequestId, request.Name, request.Kind, request.Status, request.Source, request.Destination, request.Counts);

    /// <summary>The header of a plan.</summary>
    public static RunHeader Of(RequestDraft draft)
        => new(null, null, draft.Kind, RequestStatus.Planned, draft.Source.ToString(), draft.Destination.ToString(), default);
}

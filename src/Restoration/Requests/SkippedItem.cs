using Restoration.Execution;
using Restoration.Policies;

namespace Restoration.Requests;

/// <summary>An item that a request did not write.</summary>
/// <param name="Kind">Skip or Fail.</param>
/// <param name="Reason">Why.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Uid">Its UID.</param>
/// <param name="Folder">Where it would have gone to, if the request has many places.</param>
/// <param name="Detail">What there is to say.</param>
public sealed record SkippedItem(ItemAction Kind, ActionReason Reason, string Subject, string? Uid, string? Folder, string? Detail)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Kind} '{Subject}': {Reason}. {Detail}".TrimEnd();

    internal static SkippedItem Of(JournalEntry entry) => new(entry.Action, entry.Reason, entry.Subject, entry.Uid, entry.Location, entry.Detail);
}

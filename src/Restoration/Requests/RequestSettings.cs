using Restoration.Failures;

namespace Restoration.Requests;

/// <summary>
/// What an administrator says of a request and may say anew at any time: other than its progress, which only its run writes.
/// </summary>
public sealed record RequestSettings
{
    private const int LargeLoss = 51;

    /// <summary>What a mailbox restore has where nothing else is said: no item may go wrong, and thirty days after its end it is forgotten.</summary>
    public static RequestSettings OfMailboxRestore { get; } = new()
    {
        BadItemLimit = new ItemLimit(0),
        LargeItemLimit = new ItemLimit(0),
        CompletedRequestAgeLimit = new AgeLimit(30),
    };

    /// <summary>A label that several requests may share.</summary>
    public string? BatchName { get; init; }

    /// <summary>Which of the waiting requests is run first.</summary>
    public RequestPriority Priority { get; init; } = RequestPriority.Normal;

    /// <summary>Whether somebody wants it to stand still.</summary>
    public bool Suspend { get; init; }

    /// <summary>Why.</summary>
    public string? SuspendComment { get; init; }

    /// <summary>How many items may be unreadable or missing.</summary>
    public ItemLimit BadItemLimit { get; init; }

    /// <summary>How many items may be too large for the target.</summary>
    public ItemLimit LargeItemLimit { get; init; }

    /// <summary>Whether a limit may be so high that much can be lost.</summary>
    public bool AcceptLargeDataLoss { get; init; }

    /// <summary>How long it is kept once it is completed.</summary>
    public AgeLimit CompletedRequestAgeLimit { get; init; }

    /// <summary>How long it is kept once it is completed or failed, before <see cref="CompletedRequestAgeLimit"/>; null if nobody said so.</summary>
    public AgeLimit? RequestExpiryInterval { get; init; }

    /// <summary>Looks at the settings for themselves.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: they contradict each other.</exception>
    public void Check()
    {
        if (SuspendComment is not null && !Suspend)
        {
            throw new RestorationException(FailureCode.InvalidArgument, "A comment says why a request is suspended. Suspend it too, or leave the comment out.", "suspendComment");
        }

        if (!AcceptLargeDataLoss && (IsLarge(BadItemLimit) || IsLarge(LargeItemLimit)))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, FormattableString.Invariant($"A limit of {LargeLoss} items or more may lose much. Accept large data loss too, or lower the limit."), "acceptLargeDataLoss");
        }
    }

    private static bool IsLarge(ItemLimit limit) => limit.Count is not < LargeLoss;
}

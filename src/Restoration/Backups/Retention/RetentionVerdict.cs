namespace Restoration.Backups.Retention;

/// <summary>Whether a backup is kept.</summary>
/// <param name="Candidate">The backup.</param>
/// <param name="Reasons">Why it is kept; none for one that goes.</param>
public sealed record RetentionVerdict(RetentionCandidate Candidate, IReadOnlyList<RetentionReason> Reasons)
{
    /// <summary>Whether it is kept.</summary>
    public bool IsKept => Reasons.Count > 0;
}

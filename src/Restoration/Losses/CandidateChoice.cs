using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>Which of the appointments of one subject are the lost ones, where only their number is known. Pure.</summary>
internal static class CandidateChoice
{
    /// <summary>Chooses.</summary>
    /// <param name="kind">Whether they were lost or changed.</param>
    /// <param name="losses">How many were lost.</param>
    /// <param name="candidates">All of the subject in the last backup before.</param>
    /// <param name="intoOriginal">Whether they go back to their own calendar, where one that has come back is recognised.</param>
    /// <returns>
    /// The lost ones: as many as were lost, or all there are if those are fewer. Or, if more could be meant, those among which
    /// nothing decides.
    /// </returns>
    public static CandidateVerdict Choose(LossKind kind, int losses, IReadOnlyList<Candidate> candidates, bool intoOriginal)
    {
        Candidate[] affected = [.. candidates.Where(candidate => kind == LossKind.Changed ? candidate.IsChanged : candidate.IsMissing)];
        if (affected.Length == losses || candidates.Count <= losses)
        {
            return new(affected.Length == losses ? affected : candidates, []);
        }

        if (affected.Length > losses)
        {
            return new([], affected);
        }

        // The others have come back. In their own calendar it does not matter which they are; elsewhere it would be a guess.
        return (intoOriginal, affected.Length) switch
        {
            (true, _) => new([.. affected, .. candidates.Except(affected).Take(losses - affected.Length)], []),
            (false, 0) => new([], candidates),
            _ => new(affected, []),
        };
    }
}

/// <summary>The choice.</summary>
/// <param name="Chosen">The lost ones.</param>
/// <param name="Ambiguous">Those among which nothing decides; then none is chosen.</param>
internal sealed record CandidateVerdict(IReadOnlyList<Candidate> Chosen, IReadOnlyList<Candidate> Ambiguous);

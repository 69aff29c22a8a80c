namespace Restoration.Policies;

/// <summary>When two appointments are as good as the same.</summary>
/// <param name="Tolerance">How far apart their starts may be.</param>
/// <param name="Threshold">The score that they have to reach, of 1.</param>
public sealed record SimilarityRule(TimeSpan Tolerance, double Threshold)
{
    /// <summary>The longest tolerance of all rules.</summary>
    public static TimeSpan LongestTolerance { get; } = TimeSpan.FromHours(1);

    /// <summary>The rule of a level; null for levels that look at keys only.</summary>
    public static SimilarityRule? Of(DuplicateDetection level) => level switch
    {
        DuplicateDetection.Strict => new SimilarityRule(TimeSpan.FromMinutes(1), 0.99),
        DuplicateDetection.Normal => new SimilarityRule(TimeSpan.FromMinutes(15), 0.85),
        DuplicateDetection.Loose => new SimilarityRule(LongestTolerance, 0.6),
        _ => null,
    };
}

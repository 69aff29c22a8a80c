using Restoration.Requests;

namespace Restoration.Execution;

/// <summary>How far a run has come.</summary>
/// <param name="Counts">What became of the items so far.</param>
/// <param name="Total">How many there are, if that is known.</param>
/// <param name="CurrentItem">The subject of the last item.</param>
/// <param name="Elapsed">How long the run has taken.</param>
public sealed record RestoreProgress(RestoreCounts Counts, long? Total, string CurrentItem, TimeSpan Elapsed)
{
    /// <summary>The share that is done, 0 to 100; null if nobody knows how much there is.</summary>
    public int? PercentComplete => Total switch
    {
        null => null,
        0 => 100,
        { } total => (int)Math.Min(100, Counts.Found * 100 / total),
    };

    /// <summary>How long it will still take at this pace; null before there is a pace.</summary>
    public TimeSpan? Remaining => Total is { } total && Counts.Found > 0 && Elapsed > TimeSpan.Zero
        ? Elapsed * (Math.Max(0, total - Counts.Found) / (double)Counts.Found)
        : null;
}

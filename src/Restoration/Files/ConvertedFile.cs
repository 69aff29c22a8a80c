using Restoration.Failures;

namespace Restoration.Files;

/// <summary>What became of one file that was to be converted.</summary>
/// <param name="Source">The file that was read.</param>
/// <param name="Target">The file that was to be written.</param>
/// <param name="Findings">What was noticed while reading. Findings of severity Error are items that are not in the target.</param>
public sealed record ConvertedFile(string Source, string Target, IReadOnlyList<Finding> Findings)
{
    /// <summary>The format that was read.</summary>
    public string? SourceFormat { get; init; }

    /// <summary>The format that was written.</summary>
    public string? TargetFormat { get; init; }

    /// <summary>How many items the target holds.</summary>
    public long ItemCount { get; init; }

    /// <summary>The size of the target in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Why there is no target; null if there is one.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public string? Message { get; init; }

    /// <summary>What the target cannot hold of the items, each kind once; see <see cref="ConversionOptions.Losses"/>.</summary>
    public IReadOnlyList<Finding> Losses { get; init; } = [];

    /// <summary>How many items could not be read.</summary>
    public int FailedCount => Findings.Count(finding => finding.Severity == Severity.Error);

    /// <summary>Whether everything that the source holds is in the target.</summary>
    public bool IsWhole => Failure is null && Findings.Concat(Losses).All(finding => finding.Severity != Severity.Error);
}

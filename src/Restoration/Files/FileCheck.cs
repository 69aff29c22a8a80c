using Restoration.Failures;

namespace Restoration.Files;

/// <summary>What came of reading a file to its end.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="ItemCount">How many items could be read.</param>
/// <param name="Findings">Everything there is to say about it, in the order of the file.</param>
public sealed record FileCheck(string Path, string Format, long ItemCount, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nothing of the file is lost by reading it.</summary>
    public bool IsValid => ErrorCount == 0;

    /// <summary>How many findings say that something could not be used.</summary>
    public int ErrorCount => Findings.Count(finding => finding.Severity == Severity.Error);

    /// <summary>How many findings say that something was repaired or may have been meant otherwise.</summary>
    public int WarningCount => Findings.Count(finding => finding.Severity == Severity.Warning);
}

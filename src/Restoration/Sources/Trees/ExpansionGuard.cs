using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>
/// Tells archives that hold much from those that are made to fill a disk or a memory: mail shrinks to a tenth, not to a two hundredth.
/// </summary>
internal static class ExpansionGuard
{
    private const long Free = 100L << 20;
    private const long HighestRatio = 200;
    private const long Largest = 1L << 42;

    /// <summary>Whether so many bytes out of so few are too many.</summary>
    public static bool IsBomb(long expanded, long compressed) => expanded > Largest || (expanded > Free && expanded / Math.Max(1, compressed) > HighestRatio);

    /// <summary>Refuses an archive.</summary>
    public static RestorationException Refuse(string archive, string? file) => new(
        FailureCode.LimitExceeded,
        $"'{archive}' expands to more than {HighestRatio} times its size{(file is null ? "" : $" at '{file}'")}, as no mailbox does; reading was stopped. If it is one all the same, unpack it first.",
        archive);
}

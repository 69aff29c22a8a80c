using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Restoration.Contracts.Support;

/// <summary>
/// Runs properties on the same cases every time: what failed once fails again, and nothing fails by luck.
/// <c>RESTORATION_SEED=7</c> runs fifty times as many cases from that seed instead; what it finds becomes a fixed example.
/// </summary>
public static class Seeded
{
    private const int Larger = 50;

    private static readonly ulong[] Fixed = [1, 1970, 5545];

    /// <summary>Checks a property with each of the seeds.</summary>
    /// <param name="property">The property.</param>
    /// <param name="cases">How many cases a seed gives.</param>
    public static void CheckSeeded(this Property property, int cases = 100)
    {
        if (Environment.GetEnvironmentVariable("RESTORATION_SEED") is { Length: > 0 } asked)
        {
            Check(property, ulong.Parse(asked, CultureInfo.InvariantCulture), cases * Larger);
            return;
        }

        foreach (ulong seed in Fixed)
        {
            Check(property, seed, cases);
        }
    }

    private static void Check(Property property, ulong seed, int cases)
        => property.Check(Config.QuickThrowOnFailure
            .WithName($"seed {seed}")
            .WithMaxTest(cases)
            .WithReplay(new Replay(new Rnd(seed), null)));
}

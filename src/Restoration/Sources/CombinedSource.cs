using System.Runtime.CompilerServices;
using Restoration.Items;

namespace Restoration.Sources;

/// <summary>Several sources, one after the other, as one.</summary>
/// <param name="parts">The sources, at least one; disposed with this.</param>
public sealed class CombinedSource(IReadOnlyList<ISource> parts) : ISource
{
    /// <inheritdoc/>
    public Location Location => parts[0].Location;

    /// <inheritdoc/>
    public async ValueTask<long?> CountAsync(CancellationToken cancellation)
    {
        long? sum = 0;
        foreach (ISource part in parts)
        {
            sum += await part.CountAsync(cancellation).ConfigureAwait(false);
        }

        return sum;
    }

    /// <inheritdoc/>
    public async ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
    {
        List<string> fingerprints = [];
        foreach (ISource part in parts)
        {
            fingerprints.Add(await part.GetFingerprintAsync(cancellation).ConfigureAwait(false));
        }

        return string.Join(';', fingerprints);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long ordinal = 0;
        foreach (ISource part in parts)
        {
            await foreach (SourceItem entry in part.ReadAsync(cancellation).ConfigureAwait(false))
            {
                yield return entry with { Ordinal = ++ordinal };
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (ISource part in parts)
        {
            found.UnionWith(await part.FindUidsAsync(uids, cancellation).ConfigureAwait(false));
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (ISource part in parts)
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }
}

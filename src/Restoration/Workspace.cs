using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration;

/// <summary>What everything that works on a store works with.</summary>
public sealed record Workspace
{
    /// <summary>The store.</summary>
    public required IStore Store { get; init; }

    /// <summary>Reads content.</summary>
    public required IItemCodec Codec { get; init; }

    /// <summary>The file formats.</summary>
    public required FormatCatalog Formats { get; init; }

    /// <summary>The sources and destinations of other makers.</summary>
    public ConnectorCatalog Connectors { get; init; } = new();

    /// <summary>The time zones.</summary>
    public required ITimeZoneCatalog TimeZones { get; init; }

    /// <summary>The time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Where new ids come from.</summary>
    public required IdentifierSource Identifiers { get; init; }

    /// <summary>The acting user.</summary>
    public required string User { get; init; }

    /// <summary>What the acting user may do.</summary>
    public AccessControl Access => new(this);

    /// <summary>How many items are planned and committed together.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>Does something that only reads, in one transaction.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<IStoreTransaction, ValueTask<T>> work, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await Store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await work(transaction).ConfigureAwait(false);
        }
    }

    /// <summary>Does something that writes, in one transaction that is committed at its end.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<IStoreTransaction, ValueTask<T>> work, CancellationToken cancellation)
        => await CommitAsync(await Store.BeginWriteAsync(cancellation).ConfigureAwait(false), work, cancellation).ConfigureAwait(false);

    /// <summary>The same for what writes only under a lease: see <see cref="IStore.BeginLeasedWriteAsync"/>.</summary>
    public async ValueTask<T> WriteLeasedAsync<T>(Func<IStoreTransaction, ValueTask<T>> work, CancellationToken cancellation)
        => await CommitAsync(await Store.BeginLeasedWriteAsync(cancellation).ConfigureAwait(false), work, cancellation).ConfigureAwait(false);

    private static async ValueTask<T> CommitAsync<T>(
        IStoreTransaction transaction, Func<IStoreTransaction, ValueTask<T>> work, CancellationToken cancellation)
    {
        await using (transaction.ConfigureAwait(false))
        {
            T result = await work(transaction).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
    }
}

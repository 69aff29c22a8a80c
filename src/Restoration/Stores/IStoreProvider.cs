using Restoration.Failures;

namespace Restoration.Stores;

/// <summary>Opens the stores of one kind of database, and takes them from one version of the schema to another.</summary>
public interface IStoreProvider
{
    /// <summary>Where the store's schema stands. Changes nothing, and makes no store.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.StoreForeign"/>, <see cref="FailureCode.StoreTooNew"/>, <see cref="FailureCode.StoreCorrupt"/> …
    /// </exception>
    ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellation);

    /// <summary>Takes the store up or down to a version; a store that does not exist is made.</summary>
    /// <param name="version">The version; null for the latest.</param>
    /// <param name="user">Who a new store belongs to.</param>
    /// <param name="progress">Hears of each step before it is taken.</param>
    /// <param name="cancellation">Stops between steps; the store is then as it was.</param>
    ValueTask<StoreStatus> MigrateAsync(int? version, string? user, IProgress<MigrationProgress>? progress, CancellationToken cancellation);

    /// <summary>Opens the store for work. A store that does not exist is made; one of an older version has to be upgraded first.</summary>
    /// <param name="user">Who a new store belongs to.</param>
    /// <param name="cancellation">Stops the opening.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.StoreOutdated"/>, and those of <see cref="GetStatusAsync"/>.</exception>
    ValueTask<IStore> OpenAsync(string? user, CancellationToken cancellation);
}

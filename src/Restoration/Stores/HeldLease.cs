using Restoration.Failures;

namespace Restoration.Stores;

/// <summary>
/// A lease that is held while this object lives: renewed in time, given back at the end. Who cannot renew it in time has lost it
/// and stops, because somebody else may have begun.
/// </summary>
public sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan UsualDuration = TimeSpan.FromMinutes(2);

    private readonly Workspace _workspace;
    private readonly string _name;
    private readonly string _holder;
    private readonly TimeSpan _duration;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _released = new();
    private readonly Task _beating;
    private DateTimeOffset _expiresAt;

    private HeldLease(Workspace workspace, Lease lease, TimeSpan duration, CancellationToken cancellation)
    {
        _workspace = workspace;
        _name = lease.Name;
        _holder = lease.Holder;
        _duration = duration;
        _expiresAt = lease.ExpiresAt;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _beating = KeepAsync();
    }

    /// <summary>Stops the work: it was asked to, or the lease was lost.</summary>
    public CancellationToken Stop => _lost.Token;

    private TimeSpan Beat => _duration / 4;

    /// <summary>Takes a lease; null if somebody else has it.</summary>
    /// <param name="workspace">What to work with.</param>
    /// <param name="name">What is leased.</param>
    /// <param name="cancellation">Stops the work that is done under the lease.</param>
    public static ValueTask<HeldLease?> TakeAsync(Workspace workspace, string name, CancellationToken cancellation)
        => TakeAsync(workspace, name, UsualDuration, cancellation);

    /// <inheritdoc cref="TakeAsync(Workspace, string, CancellationToken)"/>
    /// <param name="workspace">What to work with.</param>
    /// <param name="name">What is leased.</param>
    /// <param name="duration">How long it is held without another word; it is renewed four times as often.</param>
    /// <param name="cancellation">Stops the work that is done under the lease.</param>
    public static async ValueTask<HeldLease?> TakeAsync(Workspace workspace, string name, TimeSpan duration, CancellationToken cancellation)
    {
        string holder = $"{workspace.User} {workspace.Identifiers.NewId()}";
        Lease lease = await workspace.WriteLeasedAsync(
            transaction =>
            {
                DateTimeOffset now = workspace.Clock.GetUtcNow();
                return transaction.Leases.TakeAsync(name, holder, now, now + duration, cancellation);
            },
            cancellation).ConfigureAwait(false);
        return lease.Holder == holder ? new HeldLease(workspace, lease, duration, cancellation) : null;
    }

    /// <summary>Renews the lease as a part of a transaction, so that what it writes is written under the lease or not at all.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.LeaseLost"/>: somebody else has it.</exception>
    public async ValueTask RenewAsync(IStoreTransaction transaction, CancellationToken cancellation)
    {
        Lease lease = await KeepAsync(transaction, cancellation).ConfigureAwait(false);
        if (lease.Holder != _holder)
        {
            throw new RestorationException(FailureCode.LeaseLost, $"Somebody else has taken '{_name}' over; this run has stopped and written nothing more.", _name);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync().ConfigureAwait(false);
        await _beating.ConfigureAwait(false);
        try
        {
            await _workspace.WriteLeasedAsync(
                async transaction =>
                {
                    await transaction.Leases.ReleaseAsync(_name, _holder, CancellationToken.None).ConfigureAwait(false);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _released.Dispose();
            _lost.Dispose();
        }
    }

    private async Task KeepAsync()
    {
        using PeriodicTimer timer = new(Beat, _workspace.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_released.Token).ConfigureAwait(false))
            {
                if (!await BeatAsync().ConfigureAwait(false))
                {
                    await _lost.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_released.IsCancellationRequested)
        {
            // Given back: nothing is left to keep.
        }
    }

    private async ValueTask<bool> BeatAsync()
    {
        try
        {
            Lease lease = await _workspace.WriteLeasedAsync(
                transaction => KeepAsync(transaction, _released.Token), _released.Token).ConfigureAwait(false);
            _expiresAt = lease.ExpiresAt;
            return lease.Holder == _holder;
        }
        catch (RestorationException)
        {
            // A store that is busy or away may be back before the lease runs out.
            return _workspace.Clock.GetUtcNow() + Beat < _expiresAt;
        }
    }

    // Never taken back from somebody who took it over, however long ago that ran out: what is known of the work is not true any more.
    private ValueTask<Lease> KeepAsync(IStoreTransaction transaction, CancellationToken cancellation)
        => transaction.Leases.TakeAsync(_name, _holder, DateTimeOffset.MinValue, _workspace.Clock.GetUtcNow() + _duration, cancellation);
}

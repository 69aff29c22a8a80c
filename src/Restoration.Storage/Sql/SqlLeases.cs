using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The table leases.</summary>
internal sealed class SqlLeases(SqlSession session) : ILeaseStore
{
    public async ValueTask<Lease> TakeAsync(string name, string holder, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        while (true)
        {
            // Looked at before it is asked for: who has it may hold its row until the end of a batch.
            if (await FindAsync(name, cancellation).ConfigureAwait(false) is { } held && held.Holder != holder && held.ExpiresAt > now)
            {
                return held;
            }

            int taken = await session.ExecuteAsync(
                """
                INSERT INTO leases (name, holder, expires_at) VALUES (@0, @1, @2)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
                WHERE leases.holder = excluded.holder OR leases.expires_at <= @3
                """,
                cancellation,
                name,
                holder,
                expiresAt,
                now).ConfigureAwait(false);
            if (taken > 0)
            {
                return new Lease(name, holder, expiresAt);
            }
        }
    }

    public async ValueTask ReleaseAsync(string name, string holder, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM leases WHERE name = @0 AND holder = @1", cancellation, name, holder).ConfigureAwait(false);

    private ValueTask<Lease?> FindAsync(string name, CancellationToken cancellation) => session.FirstAsync(
        "SELECT holder, expires_at FROM leases WHERE name = @0",
        reader => new Lease(name, reader.GetString(0), session.Dialect.ReadTime(reader, 1)),
        cancellation,
        name);
}

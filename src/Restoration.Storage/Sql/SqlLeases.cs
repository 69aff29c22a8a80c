using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The table leases.</summary>
internal sealed class SqlLeases(SqlSession session) : ILeaseStore
{
    public async ValueTask<Lease> TakeAsync(string name, string holder, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        await session.ExecuteAsync(
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
        return (await session.FirstAsync(
            "SELECT holder, expires_at FROM leases WHERE name = @0",
            reader => new Lease(name, reader.GetString(0), session.Dialect.ReadTime(reader, 1)),
            cancellation,
            name).ConfigureAwait(false))!;
    }

    public async ValueTask ReleaseAsync(string name, string holder, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM leases WHERE name = @0 AND holder = @1", cancellation, name, holder).ConfigureAwait(false);
}

using System.Data.Common;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Storage.Sql;

/// <summary>The table users.</summary>
internal sealed class SqlUsers(SqlSession session) : IUserStore
{
    private const string Columns = "id, name, role, is_active, created_by, created_at, updated_at";

    public async ValueTask<IReadOnlyList<RestorationUser>> ListAsync(CancellationToken cancellation)
        => await session.QueryAsync($"SELECT {Columns} FROM users ORDER BY name_key", Read, cancellation).ConfigureAwait(false);

    public async ValueTask<RestorationUser> AddAsync(RestorationUser user, CancellationToken cancellation)
    {
        long id = await session.FirstAsync(
            """
            INSERT INTO users (name, name_key, role, is_active, created_by, created_at, updated_at)
            VALUES (@0, @1, @2, @3, @4, @5, @6) RETURNING id
            """,
            reader => reader.GetInt64(0),
            cancellation,
            user.Name,
            user.Name.ToLowerInvariant(),
            user.Role,
            user.IsActive,
            user.CreatedBy,
            user.CreatedAt,
            user.UpdatedAt).ConfigureAwait(false);
        return user with { Id = id };
    }

    public async ValueTask UpdateAsync(RestorationUser user, CancellationToken cancellation)
        => await session.ExecuteAsync(
            "UPDATE users SET role = @1, is_active = @2, created_by = @3, updated_at = @4 WHERE id = @0",
            cancellation,
            user.Id,
            user.Role,
            user.IsActive,
            user.CreatedBy,
            user.UpdatedAt).ConfigureAwait(false);

    public async ValueTask RemoveAsync(long userId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM users WHERE id = @0", cancellation, userId).ConfigureAwait(false);

    private RestorationUser Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Name = reader.GetString(1),
        Role = Enum.Parse<UserRole>(reader.GetString(2)),
        IsActive = session.Dialect.ReadBoolean(reader, 3),
        CreatedBy = ItemRows.ReadText(reader, 4),
        CreatedAt = session.Dialect.ReadTime(reader, 5),
        UpdatedAt = session.Dialect.ReadTime(reader, 6),
    };
}

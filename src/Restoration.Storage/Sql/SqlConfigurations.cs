using System.Data.Common;
using Restoration.Configurations;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The table restoration_configurations.</summary>
internal sealed class SqlConfigurations(SqlSession session) : IConfigurationStore
{
    private const string Columns =
        "c.id, c.name, c.description, u.name, c.source_type, c.source_config, c.destination_type, c.destination_config, "
        + "c.restoration_policy, c.is_active, c.created_at, c.updated_at";

    public async ValueTask<IReadOnlyList<RestorationConfiguration>> ListAsync(CancellationToken cancellation)
        => await session.QueryAsync(
            $"SELECT {Columns} FROM restoration_configurations c JOIN users u ON u.id = c.user_id ORDER BY c.id", Read, cancellation).ConfigureAwait(false);

    public async ValueTask<RestorationConfiguration> AddAsync(RestorationConfiguration configuration, CancellationToken cancellation)
    {
        long id = await session.FirstAsync(
            """
            INSERT INTO restoration_configurations (user_id, name, description, source_type, source_config, destination_type,
              destination_config, restoration_policy, is_active, created_at, updated_at)
            SELECT id, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10 FROM users WHERE name_key = @0 RETURNING id
            """,
            reader => reader.GetInt64(0),
            cancellation,
            [configuration.User.ToLowerInvariant(), .. Values(configuration), configuration.CreatedAt, configuration.UpdatedAt]).ConfigureAwait(false);
        return configuration with { ConfigurationId = id };
    }

    public async ValueTask UpdateAsync(RestorationConfiguration configuration, CancellationToken cancellation)
        => await session.ExecuteAsync(
            """
            UPDATE restoration_configurations SET name = @1, description = @2, source_type = @3, source_config = @4, destination_type = @5,
              destination_config = @6, restoration_policy = @7, is_active = @8, updated_at = @9 WHERE id = @0
            """,
            cancellation,
            [configuration.ConfigurationId, .. Values(configuration), configuration.UpdatedAt]).ConfigureAwait(false);

    public async ValueTask RemoveAsync(long configurationId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM restoration_configurations WHERE id = @0", cancellation, configurationId).ConfigureAwait(false);

    private static object?[] Values(RestorationConfiguration configuration) =>
    [
        configuration.Name, configuration.Description, configuration.SourceType, configuration.Source, configuration.DestinationType,
        configuration.Destination, configuration.Policy, configuration.IsActive,
    ];

    private RestorationConfiguration Read(DbDataReader reader) => new()
    {
        ConfigurationId = reader.GetInt64(0),
        Name = reader.GetString(1),
        Description = ItemRows.ReadText(reader, 2),
        User = reader.GetString(3),
        SourceType = Enum.Parse<SourceType>(reader.GetString(4)),
        Source = reader.GetString(5),
        DestinationType = Enum.Parse<DestinationType>(reader.GetString(6)),
        Destination = reader.GetString(7),
        Policy = ItemRows.ReadText(reader, 8),
        IsActive = session.Dialect.ReadBoolean(reader, 9),
        CreatedAt = session.Dialect.ReadTime(reader, 10),
        UpdatedAt = session.Dialect.ReadTime(reader, 11),
    };
}

namespace Restoration.Storage.Tests.Postgres;

public sealed class PostgresRequirementTests
{
    [Fact]
    public void There_is_a_server_where_one_is_required()
        => Assert.True(
            PostgresServer.Address is not null || !PostgresServer.IsRequired,
            $"RESTORATION_REQUIRE asks for PostgreSQL, and {PostgresServer.Variable} names no server.");
}

using Npgsql;
using Restoration.Failures;
using Restoration.Storage.Postgres;

namespace Restoration.Storage.Tests.Postgres;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://app:secret@db.contoso.com:6432/restoration", "postgres://app@db.contoso.com:6432/restoration")]
    [InlineData("postgresql://app:secret@db.contoso.com/restoration?sslmode=verify-full", "postgres://app@db.contoso.com:5432/restoration")]
    [InlineData("POSTGRES://db/restoration", "postgres://db:5432/restoration")]
    [InlineData("postgres://a%40b:p%40%3A%2Fss@db/my%20store", "postgres://a%40b@db:5432/my%20store")]
    [InlineData("postgres://app:secret@[::1]:6432/restoration", "postgres://app@[::1]:6432/restoration")]
    [InlineData("postgres://app:secret@localhost/restoration?host=/var/run/postgresql", "postgres://app@/var/run/postgresql:5432/restoration")]
    public void A_store_is_called_by_server_and_database_and_never_by_its_password(string address, string name)
        => Assert.Equal(name, PostgresStoreProvider.NameOf(address));

    [Fact]
    public void User_and_password_are_unescaped()
    {
        NpgsqlConnectionStringBuilder settings = PostgresAddress.Parse("postgres://a%40b:p%40%3A%2Fs;s@db/x").Settings;
        Assert.Equal(("a@b", "p@:/s;s"), (settings.Username, settings.Password));
        Assert.Equal("p@:/s;s", new NpgsqlConnectionStringBuilder(settings.ConnectionString).Password);
    }

    [Theory]
    [InlineData("", SslMode.Prefer)]
    [InlineData("?sslmode=disable", SslMode.Disable)]
    [InlineData("?sslmode=allow", SslMode.Allow)]
    [InlineData("?sslmode=prefer", SslMode.Prefer)]
    [InlineData("?sslmode=require", SslMode.Require)]
    [InlineData("?sslmode=require&sslrootcert=ca.pem", SslMode.VerifyCA)]
    [InlineData("?sslmode=verify-ca&sslrootcert=ca.pem", SslMode.VerifyCA)]
    [InlineData("?sslmode=verify-full&sslrootcert=ca.pem", SslMode.VerifyFull)]
    public void Tls_is_asked_for_as_by_the_servers_own_programs(string options, SslMode mode)
        => Assert.Equal(mode, PostgresAddress.Parse($"postgres://app@db/x{options}").Settings.SslMode);

    [Fact]
    public void Certificates_timeout_and_name_are_handed_on()
    {
        NpgsqlConnectionStringBuilder settings = PostgresAddress
            .Parse("postgres://db/x?sslmode=verify-full&sslrootcert=a%20b.pem&sslcert=c.pem&sslkey=k.pem&connect_timeout=7&application_name=night").Settings;
        Assert.Equal(("a b.pem", "c.pem", "k.pem", 7, "night"), (settings.RootCertificate, settings.SslCertificate, settings.SslKey, settings.Timeout, settings.ApplicationName));
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://app:secret@db")]
    [InlineData("postgres://app:secret@/x")]
    [InlineData("postgres://app:secret@db:port/x")]
    [InlineData("postgres://app:secret@db/x?sslmode=secret")]
    [InlineData("postgres://app:secret@db/x?connect_timeout=secret")]
    [InlineData("postgres://app@db/x?password=secret")]
    [InlineData("mysql://app:secret@db/x")]
    public void What_is_no_address_is_refused_without_being_repeated(string address)
    {
        RestorationException failure = Assert.Throws<RestorationException>(() => PostgresStoreProvider.NameOf(address));
        Assert.Equal(FailureCode.InvalidArgument, failure.Code);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }
}

using System.Globalization;
using Npgsql;
using Restoration.Failures;

namespace Restoration.Storage.Postgres;

/// <summary>
/// The text that names a store on a server, <c>postgres://user:password@host:port/database?sslmode=verify-full</c>, as
/// PostgreSQL's own programs read it (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
/// A password that is not in it comes from <c>PGPASSWORD</c> or the password file.
/// </summary>
internal sealed class PostgresAddress
{
    private const int DefaultPort = 5432;

    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private PostgresAddress(NpgsqlConnectionStringBuilder settings)
    {
        Settings = settings;
        string user = string.IsNullOrEmpty(settings.Username) ? "" : $"{Uri.EscapeDataString(settings.Username)}@";
        string host = settings.Host!.Contains(':', StringComparison.Ordinal) ? $"[{settings.Host}]" : settings.Host;
        Name = string.Create(CultureInfo.InvariantCulture, $"postgres://{user}{host}:{settings.Port}/{Uri.EscapeDataString(settings.Database!)}");
    }

    /// <summary>The store's name for people: server and database, never the password.</summary>
    public string Name { get; }

    /// <summary>The same for the driver.</summary>
    public NpgsqlConnectionStringBuilder Settings { get; }

    /// <summary>Whether a text names a server.</summary>
    public static bool IsAddress(string text)
        => Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the text. No message repeats it: it may hold a password.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/></exception>
    public static PostgresAddress Parse(string text)
    {
        if (!IsAddress(text) || !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            throw Invalid("It has to look like postgres://user:password@host:port/database; other characters in user and password are written as %XX.");
        }

        string[] login = uri.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder settings = new()
        {
            Host = uri.IdnHost.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(login[0]),
            Password = login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null,
            ApplicationName = "restoration",
            Pooling = false,
            CommandTimeout = 0,
            TcpKeepAlive = true,
            IncludeErrorDetail = false,
        };
        PostgresAddressOptions.Apply(settings, uri.Query);
        return string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database)
            ? throw Invalid("It names no server or no database.")
            : new PostgresAddress(settings);
    }

    /// <summary>A failure of the text.</summary>
    internal static RestorationException Invalid(string what)
        => new(FailureCode.InvalidArgument, $"The address of the PostgreSQL store cannot be used. {what}");
}

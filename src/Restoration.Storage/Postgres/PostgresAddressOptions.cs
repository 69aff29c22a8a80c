using System.Globalization;
using Npgsql;

namespace Restoration.Storage.Postgres;

/// <summary>What may stand behind the question mark of an address, by the names that PostgreSQL's own programs use.</summary>
internal static class PostgresAddressOptions
{
    private const string Known = "sslmode, sslrootcert, sslcert, sslkey, host, connect_timeout and application_name";

    private static readonly Dictionary<string, SslMode> Modes = new(StringComparer.Ordinal)
    {
        ["disable"] = SslMode.Disable,
        ["allow"] = SslMode.Allow,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    };

    public static void Apply(NpgsqlConnectionStringBuilder settings, string query)
    {
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            Set(settings, parts[0], Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : ""));
        }

        // A certificate to check against is there to be checked against.
        if (settings is { SslMode: SslMode.Require, RootCertificate: not null })
        {
            settings.SslMode = SslMode.VerifyCA;
        }
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                settings.SslMode = Modes.TryGetValue(value, out SslMode mode)
                    ? mode
                    : throw PostgresAddress.Invalid($"sslmode is one of {string.Join(", ", Modes.Keys)}.");
                break;
            case "sslrootcert":
                settings.RootCertificate = value;
                break;
            case "sslcert":
                settings.SslCertificate = value;
                break;
            case "sslkey":
                settings.SslKey = value;
                break;
            case "host":
                settings.Host = value;
                break;
            case "connect_timeout":
                settings.Timeout = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= 1024
                    ? seconds
                    : throw PostgresAddress.Invalid("connect_timeout is a number of seconds up to 1024.");
                break;
            case "application_name":
                settings.ApplicationName = value;
                break;
            default:
                throw PostgresAddress.Invalid($"Its options are {Known}; there is another one in it.");
        }
    }
}

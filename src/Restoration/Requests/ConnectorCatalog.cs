using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Requests;

/// <summary>The sources and destinations of other makers.</summary>
public sealed partial class ConnectorCatalog
{
    private readonly ConcurrentDictionary<string, IConnector> _connectors = new(StringComparer.Ordinal);

    /// <summary>Adds a connector.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidArgument"/>: its scheme is none; <see cref="FailureCode.AlreadyExists"/>: the scheme is taken.
    /// </exception>
    public void Register(IConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        if (!Scheme().IsMatch(connector.Scheme))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{connector.Scheme}' is no scheme of a connector. Write x- and then small letters, digits or hyphens.", connector.Scheme);
        }

        if (!_connectors.TryAdd(connector.Scheme, connector))
        {
            throw new RestorationException(FailureCode.AlreadyExists, $"There is a connector for '{connector.Scheme}:' already.", connector.Scheme);
        }
    }

    /// <summary>The connector of a location.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.NotSupported"/>: none is registered.</exception>
    public IConnector Get(Location location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return _connectors.TryGetValue(location.Scheme ?? "", out IConnector? connector)
            ? connector
            : throw new RestorationException(
                FailureCode.NotSupported, $"No connector for '{location.Scheme}:' is registered, so '{location}' can be neither read nor written.", location.ToString());
    }

    [GeneratedRegex("^x-[a-z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}

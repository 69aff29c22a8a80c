using System.Collections.Frozen;
using Restoration.Formats.Mime;

namespace Restoration.Formats.Messages;

/// <summary>
/// The headers that tell how a message travelled, or what a mail program keeps of it: two copies of one message differ in them and are
/// the same message all the same. They are kept byte for byte, and left out where messages are compared.
/// </summary>
internal static class TransportHeaders
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "received", "return-path", "delivered-to", "x-original-to", "envelope-to", "x-envelope-from", "x-envelope-to", "x-received",
        "authentication-results", "received-spf", "dkim-signature", "domainkey-signature", "x-originating-ip", "x-uidl", "x-uid",
        "status", "x-status", "x-keywords", "x-mozilla-status", "x-mozilla-status2", "x-mozilla-keys", "x-gmail-labels", "x-gm-thrid",
        "x-gm-message-state", "x-google-smtp-source", "x-google-dkim-signature", "content-length", "lines", "x-unsent", "x-evolution-source",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes =
    [
        "arc-", "x-spam-", "x-ms-exchange-organization-", "x-ms-exchange-crosstenant-", "x-ms-exchange-transport-", "x-microsoft-antispam",
        "x-forefront-antispam", "x-restoration-",
    ];

    /// <summary>Whether a header is one of them.</summary>
    public static bool Holds(in MimeHeader header) => Holds(header.Name.ToLowerInvariant());

    /// <summary>Whether a name, in lower case, is that of one of them.</summary>
    public static bool Holds(string name)
        => Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}

using System.Globalization;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Requests;

/// <summary>How requests are named and found: <c>Alias\Name</c>, the name alone, or the GUID.</summary>
public static class RequestNames
{
    /// <summary>The next free default name for a mailbox: <c>AppointmentRestore</c>, <c>AppointmentRestore1</c> …</summary>
    public static string Next(RequestKind kind, string? mailbox, IReadOnlyList<RestoreRequest> existing)
    {
        string stem = kind switch
        {
            RequestKind.Import or RequestKind.DatabaseImport => "Import",
            RequestKind.MailboxRestore => "MailboxRestore",
            RequestKind.MailboxImport => "MailboxImport",
            RequestKind.Copy => "Copy",
            RequestKind.Removal => "Removal",
            RequestKind.Undo => "Undo",
            _ => "AppointmentRestore",
        };
        HashSet<string> taken = existing
            .Where(request => string.Equals(request.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase))
            .Select(request => request.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(0, int.MaxValue)
            .Select(number => number == 0 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}{number}"))
            .First(name => !taken.Contains(name));
    }

    /// <summary>The one request that an identity means. An empty identity is an error, never "all".</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.RequestNotFound"/> or <see cref="FailureCode.Ambiguous"/>.</exception>
    public static RestoreRequest Find(string identity, IReadOnlyList<RestoreRequest> requests)
    {
        if (string.IsNullOrWhiteSpace(identity))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, @"A request is named by its GUID, its name or Mailbox\Name; an empty identity is none.");
        }

        // The name may hold no backslash, what is before it may.
        int separator = identity.LastIndexOf('\\');
        RestoreRequest[] found =
        [
            .. requests.Where(request => Guid.TryParse(identity, out Guid id)
                ? request.RequestId == id
                : separator < 0
                    ? Same(request.Name, identity)
                    : Same(request.Name, identity[(separator + 1)..]) && IsOf(request, identity[..separator])),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new RestorationException(
                FailureCode.RequestNotFound, $"There is no request '{identity}'. List the requests to see what there is.", identity),
            _ => throw new RestorationException(
                FailureCode.Ambiguous, $"'{identity}' fits {found.Length} requests. Name one by its GUID: {string.Join(", ", found.Select(request => request.RequestId))}.", identity),
        };
    }

    /// <summary>The alias that a request to this destination is named by; null if there is no one mailbox.</summary>
    public static async ValueTask<string?> FindAliasAsync(IStoreTransaction transaction, Location destination, CancellationToken cancellation)
    {
        if (destination.Mailbox is not { } identity)
        {
            return null;
        }

        Mailbox? mailbox = await MailboxDirectory.FindMailboxAsync(transaction, identity, cancellation).ConfigureAwait(false);
        return mailbox?.Alias ?? identity.Split('@')[0];
    }

    private static bool IsOf(RestoreRequest request, string mailbox)
        => Same(request.Mailbox, mailbox) || Same(request.Mailbox, mailbox.Split('@')[0]);

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

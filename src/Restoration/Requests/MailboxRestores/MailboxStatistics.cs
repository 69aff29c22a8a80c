using System.Globalization;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Requests.MailboxRestores;

/// <summary>Adds to the statistics of a request what only a mailbox restore has.</summary>
internal static class MailboxStatistics
{
    public static async ValueTask<RestoreRequestStatistics> AddAsync(
        RestoreRequestStatistics statistics, RestoreRequest request, IStoreTransaction transaction, CancellationToken cancellation)
    {
        Location source = Location.Parse(request.Source);
        Location target = Location.Parse(request.Destination);
        MailboxRestoreOptions options = RequestOptions.Parse(request.Options).MailboxRestore ?? new MailboxRestoreOptions();
        IReadOnlyList<Mailbox> targets = await transaction.Folders
            .FindMailboxesAsync(request.TargetMailboxGuid?.ToString() ?? target.Mailbox!, cancellation).ConfigureAwait(false);
        bool isArchive = targets is [{ Kind: MailboxKind.Archive }];
        return statistics with
        {
            SourceExchangeGuid = request.SourceMailboxGuid,
            SourceRootFolder = RootOf(source),
            TargetExchangeGuid = request.TargetMailboxGuid,
            TargetMailboxIdentity = target.Mailbox,
            TargetIsArchive = isArchive,
            TargetType = isArchive ? "Archive" : "Primary",
            TargetRootFolder = RootOf(target),
            IncludeFolders = options.IncludeFolders,
            ExcludeFolders = options.ExcludeFolders,
            ExcludeDumpster = options.ExcludeDumpster,
            ContentFilter = options.ContentFilter,
            PositionInQueue = await PositionAsync(request, transaction, cancellation).ConfigureAwait(false),
        };
    }

    private static string? RootOf(Location location) => location.Folder == default ? null : location.Folder.ToString();

    private static async ValueTask<string?> PositionAsync(RestoreRequest request, IStoreTransaction transaction, CancellationToken cancellation)
    {
        if (request.Status != RequestStatus.Queued)
        {
            return null;
        }

        IReadOnlyList<RestoreRequest> queue = await transaction.Requests.ListQueueAsync(cancellation).ConfigureAwait(false);
        Guid[] waiting = [.. queue.Where(other => other.Status == RequestStatus.Queued).Select(other => other.RequestId)];
        return string.Create(CultureInfo.InvariantCulture, $"{Array.IndexOf(waiting, request.RequestId) + 1} of {waiting.Length}");
    }
}

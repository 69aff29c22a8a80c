using Restoration.Backups;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Requests.MailboxRestores;

/// <summary>Drafts restores of mailboxes: finds both mailboxes and reads every filter, so that one that cannot be is an error before anything happens.</summary>
public sealed class MailboxRestoreDrafter(Workspace workspace)
{
    private readonly MailboxContents _contents = new(workspace);

    /// <summary>A restore as it is asked for.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.MailboxNotFound"/>, <see cref="FailureCode.Ambiguous"/>, <see cref="FailureCode.BackupNotFound"/>,
    /// <see cref="FailureCode.InvalidState"/>: the target cannot be written to; <see cref="FailureCode.InvalidArgument"/>.
    /// </exception>
    public ValueTask<RequestDraft> DraftAsync(MailboxRestoreSettings settings, CancellationToken cancellation)
        => workspace.ReadAsync(transaction => DraftAsync(transaction, settings, cancellation), cancellation);

    internal async ValueTask<RequestDraft> DraftAsync(IStoreTransaction transaction, MailboxRestoreSettings settings, CancellationToken cancellation)
    {
        settings.Request.Check();
        Mailbox named = await MailboxDirectory.GetMailboxAsync(transaction, settings.SourceMailbox, cancellation).ConfigureAwait(false);
        Mailbox source = settings.SourceIsArchive ? await ArchiveOfAsync(transaction, named, cancellation).ConfigureAwait(false) : named;
        Mailbox target = await FindTargetAsync(transaction, settings, named, cancellation).ConfigureAwait(false);
        IReadOnlyList<Backup> backups = settings.BackupTime is { } until
            ? await MailboxContents.FindBackupsAsync(transaction, source, BackupMoment.Parse(until), cancellation).ConfigureAwait(false)
            : [];
        Location from = Location.OfMailbox(source.Address, RootOf(settings.SourceRootFolder));
        Location to = Location.OfMailbox(target.Address, RootOf(settings.TargetRootFolder ?? RestoreFolderName.Of(source, workspace.Clock.GetLocalNow())));
        if (source.Id == target.Id && backups.Count == 0 && to.Folder == default)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{source.Address}' is both source and target. Name another target, a folder to restore to, or the time of a backup.", source.Address);
        }

        RequestOptions options = new()
        {
            MailboxRestore = settings.Options,
            TimeZone = settings.TimeZone,
            Backups = [.. backups.Select(backup => backup.BackupId)],
        };
        _ = _contents.ReadFilter(options);
        IReadOnlyList<MailboxPart> parts = await _contents.FindAsync(transaction, source, target, from, to, options, cancellation).ConfigureAwait(false);
        return new RequestDraft
        {
            Kind = RequestKind.MailboxRestore,
            Source = from,
            Destination = to,
            Name = settings.Name is null ? null : CheckName(settings.Name),
            ConflictResolution = settings.ConflictResolution,
            Options = options,
            Settings = settings.Request,
            SourceMailboxGuid = source.MailboxGuid,
            TargetMailboxGuid = target.MailboxGuid,
            EstimatedItems = parts.Sum(part => part.ItemCount),
            EstimatedBytes = parts.Sum(part => part.Size),
        };
    }

    private static async ValueTask<Mailbox> FindTargetAsync(
        IStoreTransaction transaction, MailboxRestoreSettings settings, Mailbox source, CancellationToken cancellation)
    {
        Mailbox? named = settings.TargetMailbox is { } identity
            ? await MailboxDirectory.FindMailboxAsync(transaction, identity, cancellation).ConfigureAwait(false)
            : source;
        Mailbox target = MailboxPair.CheckTarget(named, settings.TargetMailbox ?? source.Address);
        return settings.TargetIsArchive ? await ArchiveOfAsync(transaction, target, cancellation).ConfigureAwait(false) : target;
    }

    private static async ValueTask<Mailbox> ArchiveOfAsync(IStoreTransaction transaction, Mailbox mailbox, CancellationToken cancellation)
        => await MailboxDirectory.FindArchiveAsync(transaction, mailbox, cancellation).ConfigureAwait(false)
            ?? throw new RestorationException(FailureCode.MailboxNotFound, $"The mailbox '{mailbox.Address}' has no archive.", mailbox.Address);

    private static FolderPath? RootOf(string? text) => text is null || text.Trim('/', '\\', ' ').Length == 0 ? null : FolderPath.Parse(text);

    private static string CheckName(string name) => string.IsNullOrWhiteSpace(name) || name.Length > 255 || name.Contains('\\', StringComparison.Ordinal) || name.Any(char.IsControl)
        ? throw new RestorationException(FailureCode.InvalidArgument, $@"'{name}' is no name of a request. Write 1 to 255 characters without \.", name)
        : name.Trim();
}

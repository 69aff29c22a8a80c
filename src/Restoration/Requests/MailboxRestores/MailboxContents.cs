using Restoration.Backups;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies.Content;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Requests.MailboxRestores;

/// <summary>The folders of a mailbox, or of its backups, that a restore reads.</summary>
internal sealed class MailboxContents(Workspace workspace)
{
    /// <summary>The backups of a mailbox's folders at a moment: of each folder the last one until then.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.BackupNotFound"/>: there is none.</exception>
    public static async ValueTask<IReadOnlyList<Backup>> FindBackupsAsync(
        IStoreTransaction transaction, Mailbox mailbox, DateTimeOffset until, CancellationToken cancellation)
    {
        IReadOnlyList<Backup> all = await transaction.Backups.ListAsync(mailbox.Address, cancellation).ConfigureAwait(false);
        Backup[] last = [.. all.Where(backup => backup.TakenAt <= until).GroupBy(backup => backup.Folder).Select(folder => folder.MaxBy(backup => backup.TakenAt)!)];
        return last.Length > 0 ? [.. last.OrderBy(backup => backup.Folder.ToString(), StringComparer.OrdinalIgnoreCase)] : throw new RestorationException(
            FailureCode.BackupNotFound, FormattableString.Invariant($"There is no backup of '{mailbox.Address}' until {until:u}. List the backups to see what there is."), mailbox.Address);
    }

    /// <summary>The folders that are read, measured, in an order that stays.</summary>
    public async ValueTask<IReadOnlyList<MailboxPart>> FindAsync(
        IStoreTransaction transaction, Mailbox source, Mailbox target, Location from, Location to, RequestOptions options, CancellationToken cancellation)
    {
        FolderSelection selection = SelectionOf(from, options);
        if (options.Backups.Count > 0)
        {
            List<MailboxPart> parts = [];
            foreach (Guid id in options.Backups)
            {
                Backup backup = await transaction.Backups.GetAsync(id, cancellation).ConfigureAwait(false) ?? throw new RestorationException(
                    FailureCode.BackupNotFound, $"The backup {id} that the request reads from is gone. Start a new request with another backup.", id.ToString());
                parts.Add(new BackupPart(parts.Count + 1, backup));
            }

            FolderTree backedUp = new(await ListFoldersAsync(transaction, source, parts, cancellation).ConfigureAwait(false));
            return [.. parts.Where(part => selection.Selects(part.Path, backedUp))];
        }

        IReadOnlyList<Folder> folders = await transaction.Folders.MeasureAsync(source.Id, cancellation).ConfigureAwait(false);
        FolderTree tree = new(folders);
        return
        [
            .. folders.Where(folder => selection.Selects(folder.Path, tree) && !(source.Id == target.Id && IsBelow(folder.Path, to.Folder)))
                .OrderBy(folder => folder.Id)
                .Select(folder => new FolderPart(folder)),
        ];
    }

    /// <summary>The folders of a source, for their kinds and meanings: those that were backed up may not be there any more.</summary>
    public static async ValueTask<IReadOnlyList<Folder>> ListFoldersAsync(
        IStoreTransaction transaction, Mailbox source, IReadOnlyList<MailboxPart> parts, CancellationToken cancellation)
    {
        IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(source.Id, cancellation).ConfigureAwait(false);
        HashSet<FolderPath> known = [.. folders.Select(folder => folder.Path)];
        return [.. folders, .. parts.Where(part => !known.Contains(part.Path)).Select(part => Gone(source, part.Path))];
    }

    /// <summary>The filter of a restore; null for all items.</summary>
    public ContentFilter? ReadFilter(RequestOptions options) => options.MailboxRestore?.ContentFilter is { } text
        ? ContentFilter.Parse(text, options.MailboxRestore.ContentFilterLanguage, options.TimeZone, workspace.TimeZones)
        : null;

    private static FolderSelection SelectionOf(Location from, RequestOptions options)
    {
        MailboxRestoreOptions wanted = options.MailboxRestore ?? new MailboxRestoreOptions();
        return new FolderSelection
        {
            Include = [.. wanted.IncludeFolders.Select(FolderRule.Parse)],
            Exclude = [.. wanted.ExcludeFolders.Select(FolderRule.Parse)],
            ExcludeDumpster = wanted.ExcludeDumpster,
            Root = from.Folder == default ? null : from.Folder,
        };
    }

    // What a restore within one mailbox writes is nothing for it to read.
    private static bool IsBelow(FolderPath path, FolderPath root) => FolderSelection.Below(path, root) is not null;

    private static Folder Gone(Mailbox source, FolderPath path)
    {
        WellKnownFolder? known = WellKnownFolders.Find(path);
        return new Folder
        {
            Id = 0,
            MailboxId = source.Id,
            Mailbox = source.Address,
            Path = path,
            Kind = known is { } folder ? WellKnownFolders.KindOf(folder) : FolderKind.Calendar,
            CreatedAt = default,
        };
    }
}

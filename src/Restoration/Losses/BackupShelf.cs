using Restoration.Backups;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>All backups that content may be found in, and which of them a loss has to be looked for in.</summary>
internal sealed class BackupShelf
{
    private readonly Workspace _workspace;
    private readonly IReadOnlyList<IBackupContent> _files;
    private readonly Dictionary<(IReadOnlyList<IBackupContent> All, int Later, FolderPath? Folder, bool IsDefault), IReadOnlyList<IBackupContent>> _chosen = [];
    private readonly Dictionary<string, (string? Address, IReadOnlyList<IBackupContent> Backups)> _mailboxes = new(StringComparer.OrdinalIgnoreCase);

    public BackupShelf(Workspace workspace, IReadOnlyList<IBackupContent> files)
    {
        _workspace = workspace;
        _files = files;
    }

    /// <summary>The address of the mailbox of a loss, as the store has it; the record's own name if it does not.</summary>
    public async ValueTask<string?> FindMailboxAsync(Loss loss, CancellationToken cancellation)
        => (await OpenAsync(loss, cancellation).ConfigureAwait(false)).Address ?? loss.Mailbox;

    /// <summary>
    /// The backups from before a loss, newest first: those of its calendar, or of every calendar of the mailbox if the record's
    /// calendar is none that was ever backed up.
    /// </summary>
    public async ValueTask<IReadOnlyList<IBackupContent>> FindAsync(Loss loss, CancellationToken cancellation)
    {
        IReadOnlyList<IBackupContent> all = (await OpenAsync(loss, cancellation).ConfigureAwait(false)).Backups;
        int later = all.Count(backup => backup.TakenAt >= loss.LostAt);
        if (!_chosen.TryGetValue((all, later, loss.Folder, loss.IsDefaultCalendar), out IReadOnlyList<IBackupContent>? backups))
        {
            backups = Choose([.. all.Skip(later)], loss);
            _chosen.Add((all, later, loss.Folder, loss.IsDefaultCalendar), backups);
        }

        return backups;
    }

    private async ValueTask<(string? Address, IReadOnlyList<IBackupContent> Backups)> OpenAsync(Loss loss, CancellationToken cancellation)
    {
        string key = loss.Mailbox ?? loss.MailboxGuid?.ToString() ?? "";
        if (!_mailboxes.TryGetValue(key, out (string? Address, IReadOnlyList<IBackupContent> Backups) shelf))
        {
            shelf = await LoadAsync(loss, cancellation).ConfigureAwait(false);
            _mailboxes.Add(key, shelf);
        }

        return shelf;
    }

    private ValueTask<(string? Address, IReadOnlyList<IBackupContent> Backups)> LoadAsync(Loss loss, CancellationToken cancellation)
        => _workspace.ReadAsync(
            async transaction =>
            {
                Mailbox? mailbox = null;
                foreach (string name in new[] { loss.Mailbox, loss.MailboxGuid?.ToString() }.OfType<string>())
                {
                    mailbox ??= await MailboxDirectory.FindMailboxAsync(transaction, name, cancellation).ConfigureAwait(false);
                }

                string? address = mailbox?.Address ?? loss.Mailbox;
                IReadOnlyList<Backup> stored = address is null
                    ? []
                    : await transaction.Backups.ListAsync(address, cancellation).ConfigureAwait(false);
                IEnumerable<IBackupContent> files = _files.Where(file => file.Mailbox is null
                    || string.Equals(file.Mailbox, address, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(file.Mailbox, loss.Mailbox, StringComparison.OrdinalIgnoreCase));
                IReadOnlyList<IBackupContent> backups =
                [
                    .. stored.Select(backup => (IBackupContent)new StoredBackup(_workspace.Store, backup)).Concat(files)
                        .OrderByDescending(backup => backup.TakenAt),
                ];
                return (mailbox?.Address, backups);
            },
            cancellation);

    private static IReadOnlyList<IBackupContent> Choose(IBackupContent[] before, Loss loss)
    {
        IBackupContent[] own = [.. before.Where(backup => backup.Folder is null || backup.Folder == loss.Folder)];
        if (own.Length == 0 && loss.IsDefaultCalendar)
        {
            own = [.. before.Where(backup => CalendarFolderNames.IsDefaultCalendar(backup.Folder.ToString()))];
        }

        return own.Length > 0 ? own : before;
    }
}

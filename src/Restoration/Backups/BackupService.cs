using System.Security.Cryptography;
using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Backups;

/// <summary>Point-in-time backups in the store: made, listed, verified, removed.</summary>
public sealed class BackupService(Workspace workspace)
{
    private const int PageSize = 500;

    /// <summary>Backs a calendar up as it is now. Content that the store has already is not stored again.</summary>
    public async ValueTask<Backup> CreateAsync(Folder calendar, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.CreateBackup, calendar.Location.ToString(), null, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(transaction => CreateAsync(transaction, calendar, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Backs every folder of a mailbox up as it is at one moment: a backup each, all of the same moment.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: the mailbox has no folders.</exception>
    public async ValueTask<IReadOnlyList<Backup>> CreateAllAsync(string mailbox, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.CreateBackup, $"mailbox:{mailbox}", null, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync<IReadOnlyList<Backup>>(
            async transaction =>
            {
                Mailbox owner = await MailboxDirectory.GetMailboxAsync(transaction, mailbox, cancellation).ConfigureAwait(false);
                IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(owner.Id, cancellation).ConfigureAwait(false);
                if (folders.Count == 0)
                {
                    throw new RestorationException(FailureCode.InvalidState, $"The mailbox '{owner.Address}' has no folders, so there is nothing to back up.", owner.Address);
                }

                DateTimeOffset now = workspace.Clock.GetUtcNow();
                List<Backup> backups = new(folders.Count);
                foreach (Folder folder in folders)
                {
                    backups.Add(await CreateAsync(transaction, folder, now, cancellation).ConfigureAwait(false));
                }

                return backups;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Backs a calendar up as it is in a transaction, with what else that does; whether the user may was asked before.</summary>
    internal ValueTask<Backup> CreateAsync(IStoreTransaction transaction, Folder calendar, CancellationToken cancellation)
        => CreateAsync(transaction, calendar, workspace.Clock.GetUtcNow(), cancellation);

    private async ValueTask<Backup> CreateAsync(IStoreTransaction transaction, Folder calendar, DateTimeOffset takenAt, CancellationToken cancellation)
    {
        Backup backup = await transaction.Backups
            .AddAsync(calendar, workspace.Identifiers.NewId(), takenAt, workspace.User, cancellation).ConfigureAwait(false);
        await AuditTrail.WriteAsync(
            workspace, transaction, "Backup", backup.Location.ToString(), FormattableString.Invariant($"{backup.ItemCount} items"), cancellation)
            .ConfigureAwait(false);
        return backup;
    }

    /// <summary>What it takes to back a calendar up to another one: what has changed since replaces what is there.</summary>
    public static RequestDraft DraftCopy(Folder calendar, Location destination) => new()
    {
        Kind = RequestKind.Copy,
        Source = calendar.Location,
        Destination = destination,
        ConflictResolution = ConflictResolutionOption.KeepSourceItem,
    };

    /// <summary>The backups of the mailboxes and calendars that fit, newest first.</summary>
    /// <param name="mailbox">A mailbox, or a pattern; null for all.</param>
    /// <param name="calendar">A path or name, or a pattern; null for all.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<Backup>> ListAsync(string? mailbox, string? calendar, CancellationToken cancellation)
    {
        await DemandReadAsync($"backup:{mailbox ?? "*"}/{calendar ?? "*"}", cancellation).ConfigureAwait(false);
        return await workspace.ReadAsync<IReadOnlyList<Backup>>(
            async transaction =>
            {
                // A mailbox that is gone still has its backups, under its address.
                Mailbox? owner = mailbox is null || Wildcard.HasWildcard(mailbox)
                    ? null
                    : await MailboxDirectory.FindMailboxAsync(transaction, mailbox, cancellation).ConfigureAwait(false);
                string? address = mailbox is null || Wildcard.HasWildcard(mailbox) ? null : owner?.Address ?? mailbox;
                IReadOnlyList<Backup> backups = await transaction.Backups.ListAsync(address, cancellation).ConfigureAwait(false);
                return
                [
                    .. backups.Where(backup => (mailbox is null || address is not null || Wildcard.IsMatch(mailbox, backup.Mailbox))
                        && (calendar is null
                            || Wildcard.IsMatch(calendar, backup.Folder.ToString())
                            || Wildcard.IsMatch(calendar, backup.Folder.Name))),
                ];
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The one backup that an identity means: its id, its location, or a location with the moment it has to be from or before.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.BackupNotFound"/>.</exception>
    public async ValueTask<Backup> GetAsync(string identity, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(identity))
        {
            throw new RestorationException(FailureCode.InvalidArgument, "A backup is named by its id or its location; an empty identity is none.");
        }

        await DemandReadAsync(identity, cancellation).ConfigureAwait(false);
        Location location = Guid.TryParse(identity, out _)
            ? Location.OfBackup(identity)
            : Location.Parse(identity.StartsWith("backup:", StringComparison.OrdinalIgnoreCase) ? identity : $"backup:{identity}");
        Backup? backup = location.Mailbox is null
            ? await workspace.ReadAsync(transaction => transaction.Backups.GetAsync(Guid.Parse(location.Target!), cancellation), cancellation).ConfigureAwait(false)
            : (await ListAsync(location.Mailbox, location.Folder.ToString(), cancellation).ConfigureAwait(false))
                .FirstOrDefault(candidate => location.Target is null || candidate.TakenAt <= BackupMoment.Parse(location.Target));
        return backup ?? throw new RestorationException(
            FailureCode.BackupNotFound, $"There is no backup '{identity}'. List the backups to see what there is.", identity);
    }

    /// <summary>Reads everything that a backup holds again, and hashes it.</summary>
    public async ValueTask<BackupVerdict> VerifyAsync(Backup backup, CancellationToken cancellation)
    {
        using IncrementalHash root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<string> damaged = [];
        List<Item> page = new(PageSize);
        long count = 0;
        byte[] digest = new byte[ContentHash.Length];
        IAsyncEnumerable<BackupItem> items = StorePages.ReadAsync(
            workspace.Store,
            (transaction, after, limit, token) => transaction.Backups.ReadAsync(backup.BackupId, after, limit, token),
            item => item.Ordinal,
            cancellation);
        await foreach (BackupItem item in items.ConfigureAwait(false))
        {
            count++;
            item.Item.ContentHash.CopyTo(digest);
            root.AppendData(digest);
            page.Add(item.Item);
            if (page.Count == PageSize)
            {
                damaged.AddRange(await FindDamageAsync(page, cancellation).ConfigureAwait(false));
                page.Clear();
            }
        }

        damaged.AddRange(await FindDamageAsync(page, cancellation).ConfigureAwait(false));
        if (count != backup.ItemCount)
        {
            damaged.Add(FormattableString.Invariant($"The backup has {count} items; {backup.ItemCount} were backed up."));
        }
        else if (new ContentHash(root.GetHashAndReset()) != backup.RootHash)
        {
            damaged.Add("The items of the backup are not the ones that were backed up.");
        }

        return new BackupVerdict(backup.BackupId, damaged.Count == 0, count, damaged);
    }

    /// <summary>Removes a backup, and the content that nothing else needs.</summary>
    /// <returns>The bytes of content that were freed.</returns>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: the backup is held.</exception>
    public async ValueTask<long> RemoveAsync(Backup backup, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.RemoveBackup, backup.Location.ToString(), backup.CreatedBy, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                if (await transaction.Backups.GetAsync(backup.BackupId, cancellation).ConfigureAwait(false) is { IsHeld: true })
                {
                    throw new RestorationException(
                        FailureCode.InvalidState, $"The backup {backup.Location} is held. Release it first, if it may go.", backup.Location.ToString());
                }

                long freed = await transaction.Backups.RemoveAsync(backup.BackupId, cancellation).ConfigureAwait(false);
                await AuditTrail.WriteAsync(
                    workspace, transaction, "BackupRemove", backup.Location.ToString(), FormattableString.Invariant($"{freed} bytes freed"), cancellation)
                    .ConfigureAwait(false);
                return freed;
            },
            cancellation).ConfigureAwait(false);
    }

    private ValueTask DemandReadAsync(string target, CancellationToken cancellation)
        => workspace.Access.DemandAsync(Permission.ReadCalendar, target, null, cancellation);

    /// <summary>Says whether a backup is to stay, whatever plans and people do.</summary>
    /// <returns>The backup as it is now.</returns>
    public async ValueTask<Backup> HoldAsync(Backup backup, bool isHeld, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.RemoveBackup, backup.Location.ToString(), backup.CreatedBy, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                await transaction.Backups.SetHoldAsync(backup.BackupId, isHeld, cancellation).ConfigureAwait(false);
                await AuditTrail.WriteAsync(
                    workspace, transaction, isHeld ? "BackupHold" : "BackupRelease", backup.Location.ToString(), null, cancellation).ConfigureAwait(false);
                return backup with { IsHeld = isHeld };
            },
            cancellation).ConfigureAwait(false);
    }

    // All at once, and one by one only if that does not go well: then it has to be said of which.
    private ValueTask<IReadOnlyList<string>> FindDamageAsync(IReadOnlyList<Item> items, CancellationToken cancellation)
        => workspace.ReadAsync<IReadOnlyList<string>>(
            async transaction =>
            {
                if (await FindDamageAsync(transaction, items, cancellation).ConfigureAwait(false) is null)
                {
                    return [];
                }

                List<string> damaged = [];
                foreach (Item item in items)
                {
                    if (await FindDamageAsync(transaction, [item], cancellation).ConfigureAwait(false) is { } damage)
                    {
                        damaged.Add(damage);
                    }
                }

                return damaged;
            },
            cancellation);

    private static async ValueTask<string?> FindDamageAsync(IStoreTransaction transaction, IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        try
        {
            await transaction.Contents.LoadAsync(items, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (RestorationException failure) when (failure.Code == FailureCode.StoreCorrupt)
        {
            return failure.Message;
        }
    }
}

/// <summary>Whether a backup is whole.</summary>
/// <param name="BackupId">The backup.</param>
/// <param name="IsValid">Whether it is.</param>
/// <param name="ItemCount">How many items were read.</param>
/// <param name="Damage">What is wrong, item by item.</param>
public sealed record BackupVerdict(Guid BackupId, bool IsValid, long ItemCount, IReadOnlyList<string> Damage);

using System.Globalization;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Backups.Plans;

/// <summary>Makes the copies that a plan asks for, and reads each back.</summary>
internal sealed class BackupCopier(Workspace workspace)
{
    private readonly BackupService _backups = new(workspace);
    private readonly ExportService _exports = new(workspace);

    /// <summary>Backs a calendar up as its plan says and notes the copy, not verified yet. Null if the calendar has no items.</summary>
    public ValueTask<BackupCopy?> CopyAsync(BackupPlan plan, Folder calendar, CancellationToken cancellation)
        => plan.FilePattern is null ? ToStoreAsync(plan, calendar, cancellation) : ToFileAsync(plan, calendar, cancellation);

    /// <summary>Reads a copy back and notes that it is whole.</summary>
    /// <returns>The copy with the moment of that.</returns>
    /// <exception cref="RestorationException"><see cref="FailureCode.VerificationFailed"/>.</exception>
    public async ValueTask<BackupCopy> VerifyAsync(BackupPlan plan, BackupCopy copy, CancellationToken cancellation)
    {
        string? damage = copy.File is null
            ? await FindDamageAsync(copy.BackupId!.Value, cancellation).ConfigureAwait(false)
            : await FindDamageAsync(plan, copy, cancellation).ConfigureAwait(false);
        if (damage is not null)
        {
            throw new RestorationException(
                FailureCode.VerificationFailed, $"The backup {copy.Location} is not whole: {damage} The older ones are kept.", copy.Location.ToString());
        }

        DateTimeOffset now = workspace.Clock.GetUtcNow();
        return await workspace.WriteAsync(
            async transaction =>
            {
                await transaction.BackupPlans.VerifyCopyAsync(copy.Id, now, cancellation).ConfigureAwait(false);
                return copy with { VerifiedAt = now };
            },
            cancellation).ConfigureAwait(false);
    }

    private ValueTask<BackupCopy?> ToStoreAsync(BackupPlan plan, Folder calendar, CancellationToken cancellation) => workspace.WriteAsync(
        async transaction =>
        {
            IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(calendar.MailboxId, cancellation).ConfigureAwait(false);
            if (folders.FirstOrDefault(folder => folder.Id == calendar.Id) is not { ItemCount: > 0 } now)
            {
                return null;
            }

            Backup backup = await _backups.CreateAsync(transaction, now, cancellation).ConfigureAwait(false);
            return await transaction.BackupPlans.AddCopyAsync(
                new BackupCopy
                {
                    PlanId = plan.PlanId,
                    Mailbox = backup.Mailbox,
                    Folder = backup.Folder,
                    TakenAt = backup.TakenAt,
                    BackupId = backup.BackupId,
                    ItemCount = backup.ItemCount,
                    Size = backup.Size,
                    Digest = backup.RootHash,
                },
                cancellation).ConfigureAwait(false);
        },
        cancellation);

    private async ValueTask<BackupCopy?> ToFileAsync(BackupPlan plan, Folder calendar, CancellationToken cancellation)
    {
        if (calendar.ItemCount == 0)
        {
            return null;
        }

        DateTimeOffset now = workspace.Clock.GetUtcNow();
        string path = Path.GetFullPath(BackupFileName.Choose(plan, calendar, workspace.TimeZones.ToLocal(now, plan.TimeZone).DateTime));
        AtomicFile.Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        ExportOptions options = new() { IsBackup = true, Format = plan.Format, IncludeMetadata = plan.IncludeMetadata };
        ExportedFile file = await _exports.WriteAsync(calendar, ItemFilter.All, Location.OfFile(path), options, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            transaction => transaction.BackupPlans.AddCopyAsync(
                new BackupCopy
                {
                    PlanId = plan.PlanId,
                    Mailbox = calendar.Mailbox,
                    Folder = calendar.Path,
                    TakenAt = now,
                    File = path,
                    Fingerprint = InputFile.Fingerprint(path),
                    ItemCount = file.ItemCount,
                    Size = file.Size,
                    Digest = file.Digest,
                },
                cancellation),
            cancellation).ConfigureAwait(false);
    }

    private async ValueTask<string?> FindDamageAsync(Guid backupId, CancellationToken cancellation)
    {
        Backup backup = await _backups.GetAsync(backupId.ToString(), cancellation).ConfigureAwait(false);
        BackupVerdict verdict = await _backups.VerifyAsync(backup, cancellation).ConfigureAwait(false);
        return verdict.IsValid ? null : string.Join(' ', verdict.Damage.Take(3));
    }

    private async ValueTask<string?> FindDamageAsync(BackupPlan plan, BackupCopy copy, CancellationToken cancellation)
    {
        using ItemDigest digest = new();
        FileSource source = new([copy.File!], workspace.Formats, new FileSourceOptions { Format = plan.Format, TimeZone = plan.TimeZone }, null);
        await using (source.ConfigureAwait(false))
        {
            await foreach (SourceItem entry in source.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (entry.Item is null)
                {
                    return entry.Detail;
                }

                digest.Add(entry.Item);
            }
        }

        return digest.Count != copy.ItemCount
            ? string.Create(CultureInfo.InvariantCulture, $"It has {digest.Count} items; {copy.ItemCount} were written.")
            : digest.GetHash() != copy.Digest ? "Its items are not the ones that were written." : null;
    }
}

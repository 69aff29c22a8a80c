using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Mailboxes;

/// <summary>The mailboxes of the store, and their folders.</summary>
public sealed class MailboxService(Workspace workspace)
{
    /// <summary>The mailboxes that fit, in order of their addresses.</summary>
    /// <param name="identity">A name, or a pattern over names; null for all. A name without wildcards has to exist, and to mean one.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<Mailbox>> ListAsync(string? identity, CancellationToken cancellation)
    {
        if (identity is not null && !Wildcard.HasWildcard(identity))
        {
            return [await GetAsync(identity, cancellation).ConfigureAwait(false)];
        }

        await DemandReadAsync(identity ?? "*", cancellation).ConfigureAwait(false);
        IReadOnlyList<Mailbox> all = await workspace.ReadAsync(
            transaction => transaction.Folders.FindMailboxesAsync(null, cancellation), cancellation).ConfigureAwait(false);
        return [.. all.Where(mailbox => identity is null || NamesOf(mailbox).Any(name => Wildcard.IsMatch(identity, name)))];
    }

    /// <summary>The one mailbox of this name.</summary>
    public async ValueTask<Mailbox> GetAsync(string identity, CancellationToken cancellation)
    {
        await DemandReadAsync(identity, cancellation).ConfigureAwait(false);
        return await workspace.ReadAsync(transaction => MailboxDirectory.GetMailboxAsync(transaction, identity, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>The folders of a mailbox, with their counts and sizes.</summary>
    public async ValueTask<IReadOnlyList<MailboxFolder>> ListFoldersAsync(string identity, CancellationToken cancellation)
    {
        await DemandReadAsync(identity, cancellation).ConfigureAwait(false);
        return await workspace.ReadAsync<IReadOnlyList<MailboxFolder>>(
            async transaction =>
            {
                Mailbox mailbox = await MailboxDirectory.GetMailboxAsync(transaction, identity, cancellation).ConfigureAwait(false);
                IReadOnlyList<Folder> folders = await transaction.Folders.MeasureAsync(mailbox.Id, cancellation).ConfigureAwait(false);
                return [.. folders.Select(MailboxFolder.Of)];
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes a mailbox. Its folders are made when something comes into them.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.AlreadyExists"/> or <see cref="FailureCode.InvalidArgument"/>.</exception>
    public async ValueTask<Mailbox> CreateAsync(MailboxDraft draft, CancellationToken cancellation)
    {
        MailboxRules.CheckAddress(draft.Address);
        await DemandManageAsync(draft.Address, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                Mailbox? owner = await FindOwnerAsync(transaction, draft, cancellation).ConfigureAwait(false);
                string address = owner is null ? draft.Address : $"archive:{owner.Address}";
                await CheckFreeAsync(transaction, address, owner, cancellation).ConfigureAwait(false);
                Mailbox made = await transaction.Folders
                    .AddMailboxAsync(address, workspace.Identifiers.NewId(), workspace.Clock.GetUtcNow(), cancellation).ConfigureAwait(false);
                Mailbox mailbox = made with
                {
                    Kind = draft.Kind,
                    ArchiveOf = owner?.Id,
                    Alias = draft.Alias ?? made.Alias,
                    DisplayName = draft.DisplayName ?? (owner is null ? made.DisplayName : $"Online Archive - {owner.DisplayName}"),
                    UserPrincipalName = draft.UserPrincipalName,
                    Quota = draft.Quota,
                    MaxItemSize = draft.MaxItemSize,
                    Holds = draft.Holds,
                };
                return await KeepAsync(transaction, mailbox, "MailboxCreate", mailbox.Kind.ToString(), cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Keeps a mailbox as it is given; its GUID and its address stay what they are.</summary>
    public async ValueTask<Mailbox> SetAsync(Mailbox mailbox, CancellationToken cancellation)
    {
        await DemandManageAsync(mailbox.Address, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            transaction => KeepAsync(transaction, mailbox, "MailboxSet", mailbox.Kind.ToString(), cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes a mailbox: one with content stays in the store, as Inactive if a hold keeps it and else as SoftDeleted; one without is gone.
    /// </summary>
    /// <returns>The mailbox as it is now; null if it is gone.</returns>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: it has an archive, or it was removed before and has content.</exception>
    public async ValueTask<Mailbox?> RemoveAsync(Mailbox mailbox, CancellationToken cancellation)
    {
        await DemandManageAsync(mailbox.Address, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(mailbox.Id, cancellation).ConfigureAwait(false);
                if (folders.Sum(folder => folder.ItemCount) > 0 || mailbox.Holds.Count > 0)
                {
                    return await RetireAsync(transaction, mailbox, cancellation).ConfigureAwait(false);
                }

                if (await MailboxDirectory.FindArchiveAsync(transaction, mailbox, cancellation).ConfigureAwait(false) is { } archive && archive.Id != mailbox.Id)
                {
                    throw new RestorationException(FailureCode.InvalidState, $"'{mailbox.Address}' has an archive. Remove '{archive.Address}' first.", mailbox.Address);
                }

                foreach (Folder folder in folders)
                {
                    await transaction.Folders.RemoveAsync(folder.Id, cancellation).ConfigureAwait(false);
                }

                await transaction.Folders.RemoveMailboxAsync(mailbox.Id, cancellation).ConfigureAwait(false);
                await AuditTrail.WriteAsync(workspace, transaction, "MailboxRemove", mailbox.Location.ToString(), null, cancellation).ConfigureAwait(false);
                return null;
            },
            cancellation).ConfigureAwait(false);
    }

    private async ValueTask<Mailbox?> RetireAsync(IStoreTransaction transaction, Mailbox mailbox, CancellationToken cancellation)
    {
        MailboxKind kind = mailbox.Holds.Count > 0 ? MailboxKind.Inactive : MailboxKind.SoftDeleted;
        return mailbox.Kind == kind
            ? throw new RestorationException(
                FailureCode.InvalidState,
                $"'{mailbox.Address}' is {kind} already and {(mailbox.Holds.Count > 0 ? $"on hold ({string.Join(", ", mailbox.Holds)})" : "not empty")}. Nothing of it was removed.",
                mailbox.Address)
            : await KeepAsync(transaction, mailbox with { Kind = kind }, "MailboxRemove", kind.ToString(), cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<Mailbox?> FindOwnerAsync(IStoreTransaction transaction, MailboxDraft draft, CancellationToken cancellation)
    {
        if (draft.Kind != MailboxKind.Archive)
        {
            return draft.ArchiveOf is null ? null : throw new RestorationException(
                FailureCode.InvalidArgument, $"Only an archive is one of another mailbox; '{draft.Address}' is to be {draft.Kind}.", draft.Address);
        }

        return draft.ArchiveOf is { } named
            ? await MailboxDirectory.GetMailboxAsync(transaction, named, cancellation).ConfigureAwait(false)
            : await MailboxDirectory.FindMailboxAsync(transaction, draft.Address, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask CheckFreeAsync(IStoreTransaction transaction, string address, Mailbox? owner, CancellationToken cancellation)
    {
        if (owner?.ArchiveOf is not null)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{owner.Address}' is an archive and cannot have one.", owner.Address);
        }

        IReadOnlyList<Mailbox> named = await transaction.Folders.FindMailboxesAsync(address, cancellation).ConfigureAwait(false);
        if (named.FirstOrDefault(mailbox => string.Equals(mailbox.Address, address, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            throw new RestorationException(FailureCode.AlreadyExists, $"The store has a mailbox '{taken.Address}' ({taken.Kind}) already.", address);
        }
    }

    private async ValueTask<Mailbox> KeepAsync(
        IStoreTransaction transaction, Mailbox mailbox, string operation, string detail, CancellationToken cancellation)
    {
        MailboxRules.Check(mailbox);
        await transaction.Folders.SetMailboxAsync(mailbox, cancellation).ConfigureAwait(false);
        await AuditTrail.WriteAsync(workspace, transaction, operation, mailbox.Location.ToString(), detail, cancellation).ConfigureAwait(false);
        return mailbox;
    }

    private static IEnumerable<string> NamesOf(Mailbox mailbox)
        => new[] { mailbox.Address, mailbox.Alias, mailbox.DisplayName, mailbox.UserPrincipalName }.OfType<string>();

    private ValueTask DemandReadAsync(string identity, CancellationToken cancellation)
        => workspace.Access.DemandAsync(Permission.ReadCalendar, $"mailbox:{identity}", null, cancellation);

    private ValueTask DemandManageAsync(string identity, CancellationToken cancellation)
        => workspace.Access.DemandAsync(Permission.ManageMailbox, $"mailbox:{identity}", null, cancellation);
}

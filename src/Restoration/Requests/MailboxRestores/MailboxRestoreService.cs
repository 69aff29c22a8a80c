using Restoration.Failures;
using Restoration.Mailboxes;
using Restoration.Requests.Queue;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Requests.MailboxRestores;

/// <summary>Checks restores of mailboxes and puts them into the queue.</summary>
public sealed class MailboxRestoreService(Workspace workspace)
{
    // What is assumed before anything was restored in this store.
    private const double UsualPace = 1000;

    private readonly MailboxRestoreDrafter _drafter = new(workspace);
    private readonly RequestService _requests = new(workspace);

    /// <summary>What a restore would be like, and whether it can be. Nothing is stored.</summary>
    public async ValueTask<RestoreValidation> CheckAsync(MailboxRestoreSettings settings, CancellationToken cancellation)
    {
        await DemandAsync(Permission.ReadCalendar, settings, cancellation).ConfigureAwait(false);
        try
        {
            return await workspace.ReadAsync(transaction => CheckAsync(transaction, settings, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (RestorationException failure) when (CodeOf(failure, settings) is { } code)
        {
            return new RestoreValidation
            {
                SourceMailbox = settings.SourceMailbox,
                TargetMailbox = settings.TargetMailbox,
                Findings = [new RestoreCheckFinding(code, Severity.Error, failure.Message)],
            };
        }
    }

    /// <summary>A restore as a draft, for a plan; whatever speaks against it is an error.</summary>
    public async ValueTask<RequestDraft> DraftAsync(MailboxRestoreSettings settings, CancellationToken cancellation)
    {
        await DemandAsync(Permission.ReadCalendar, settings, cancellation).ConfigureAwait(false);
        return await _drafter.DraftAsync(settings, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts a restore into the queue.</summary>
    /// <exception cref="RestorationException">As of <see cref="MailboxRestoreDrafter.DraftAsync(MailboxRestoreSettings, CancellationToken)"/>; <see cref="FailureCode.AlreadyExists"/>.</exception>
    public async ValueTask<RestoreRequest> AddAsync(MailboxRestoreSettings settings, CancellationToken cancellation)
    {
        await DemandAsync(Permission.RunRequest, settings, cancellation).ConfigureAwait(false);
        RequestDraft draft = await DraftAsync(settings, cancellation).ConfigureAwait(false);
        if (await FindDuplicateAsync(draft, cancellation).ConfigureAwait(false) is { } duplicate)
        {
            throw new RestorationException(FailureCode.AlreadyExists, duplicate.ToString(), draft.Source.Mailbox);
        }

        await new RequestAgeing(workspace).RemoveExpiredAsync(cancellation).ConfigureAwait(false);
        return await _requests.AddAsync(draft, cancellation).ConfigureAwait(false);
    }

    private ValueTask DemandAsync(Permission permission, MailboxRestoreSettings settings, CancellationToken cancellation)
        => workspace.Access.DemandAsync(permission, $"mailbox:{settings.SourceMailbox}", null, cancellation);

    private async ValueTask<RestoreValidation> CheckAsync(IStoreTransaction transaction, MailboxRestoreSettings settings, CancellationToken cancellation)
    {
        RequestDraft draft = await _drafter.DraftAsync(transaction, settings, cancellation).ConfigureAwait(false);
        Mailbox source = await MailboxDirectory.GetMailboxAsync(transaction, draft.SourceMailboxGuid.ToString()!, cancellation).ConfigureAwait(false);
        Mailbox target = await MailboxDirectory.GetMailboxAsync(transaction, draft.TargetMailboxGuid.ToString()!, cancellation).ConfigureAwait(false);
        IReadOnlyList<RestoreRequest> requests = await transaction.Requests.ListAsync(cancellation).ConfigureAwait(false);
        IReadOnlyList<Folder> used = await transaction.Folders.MeasureAsync(target.Id, cancellation).ConfigureAwait(false);
        RestoreCheckFinding?[] findings =
        [
            Duplicate(draft, requests),
            Space(draft, target, used.Sum(folder => folder.Size)),
            Holds(source),
            settings.AllowMailboxMismatch ? null : Mismatch(source, target),
        ];
        return new RestoreValidation
        {
            SourceMailbox = source.Address,
            TargetMailbox = target.Address,
            TargetRootFolder = draft.Destination.Folder == default ? null : draft.Destination.Folder.ToString(),
            RecommendedFolder = RestoreFolderName.Of(source, workspace.Clock.GetLocalNow()),
            EstimatedItemCount = draft.EstimatedItems ?? 0,
            EstimatedSize = new ByteQuantifiedSize(draft.EstimatedBytes ?? 0),
            EstimatedDuration = TimeSpan.FromSeconds((draft.EstimatedItems ?? 0) / PaceOf(requests)),
            Findings = [.. findings.OfType<RestoreCheckFinding>()],
        };
    }

    private ValueTask<RestoreCheckFinding?> FindDuplicateAsync(RequestDraft draft, CancellationToken cancellation) => workspace.ReadAsync(
        async transaction => Duplicate(draft, await transaction.Requests.ListAsync(cancellation).ConfigureAwait(false)), cancellation);

    private static RestoreCheckFinding? Duplicate(RequestDraft draft, IReadOnlyList<RestoreRequest> requests)
        => requests.FirstOrDefault(request => request.Kind == RequestKind.MailboxRestore && !RequestStates.IsEnded(request.Status) && IsSame(request, draft)) is { } same
            ? new RestoreCheckFinding(
                RestoreCheckCodes.DuplicateRequest,
                Severity.Error,
                $"{RestoreCheckCodes.DuplicateRequest}: the request '{same.Identity}' ({same.Status}) asks for the very same. Resume that one, or remove it first.")
            : null;

    private static bool IsSame(RestoreRequest request, RequestDraft draft)
        => request.SourceMailboxGuid == draft.SourceMailboxGuid
            && request.TargetMailboxGuid == draft.TargetMailboxGuid
            && string.Equals(request.Source, draft.Source.ToString(), StringComparison.OrdinalIgnoreCase)
            && string.Equals(request.Destination, draft.Destination.ToString(), StringComparison.OrdinalIgnoreCase)
            && request.ConflictResolutionOption == draft.ConflictResolution
            && string.Equals(request.Options, draft.Options.ToJson(), StringComparison.Ordinal);

    private static RestoreCheckFinding? Space(RequestDraft draft, Mailbox target, long used) => target.Quota - used < draft.EstimatedBytes
        ? new RestoreCheckFinding(
            RestoreCheckCodes.InsufficientSpace,
            Severity.Warning,
            $"'{target.Address}' has {new ByteQuantifiedSize(Math.Max(0, target.Quota!.Value - used))} of its quota left; the source has {new ByteQuantifiedSize(draft.EstimatedBytes ?? 0)}.")
        : null;

    private static RestoreCheckFinding? Holds(Mailbox source) => source.Holds.Count > 0
        ? new RestoreCheckFinding(
            RestoreCheckCodes.SourceHasHolds, Severity.Warning, $"'{source.Address}' is on hold ({string.Join(", ", source.Holds)}). It is only read; the copies in the target are not on hold.")
        : null;

    private static RestoreCheckFinding? Mismatch(Mailbox source, Mailbox target)
        => source.Id == target.Id || source.ArchiveOf == target.Id || target.ArchiveOf == source.Id
            || string.Equals(source.Alias, target.Alias, StringComparison.OrdinalIgnoreCase)
            || string.Equals(source.DisplayName, target.DisplayName, StringComparison.OrdinalIgnoreCase)
            ? null
            : new RestoreCheckFinding(
                RestoreCheckCodes.MailboxMismatch, Severity.Warning, $"'{source.Address}' and '{target.Address}' have neither alias nor display name in common: make sure that the target is the right one.");

    private static double PaceOf(IReadOnlyList<RestoreRequest> requests)
    {
        RestoreRequest[] ended = [.. requests.Where(request => request is { Kind: RequestKind.MailboxRestore, CompletedAt: not null } && request.Duration > TimeSpan.Zero)];
        double seconds = ended.Sum(request => request.Duration.TotalSeconds);
        long items = ended.Sum(request => request.Counts.Found);
        return seconds > 0 && items > 0 ? items / seconds : UsualPace;
    }

    private static string? CodeOf(RestorationException failure, MailboxRestoreSettings settings) => failure.Code switch
    {
        FailureCode.MailboxNotFound => settings.TargetMailbox is { } target && failure.Subject == target ? RestoreCheckCodes.TargetNotFound : RestoreCheckCodes.SourceNotFound,
        FailureCode.BackupNotFound => RestoreCheckCodes.SourceNotFound,
        FailureCode.InvalidState => RestoreCheckCodes.TargetInactive,
        FailureCode.InvalidArgument or FailureCode.InvalidDate or FailureCode.Ambiguous or FailureCode.TimeZoneNotFound => RestoreCheckCodes.InvalidRequest,
        _ => null,
    };
}

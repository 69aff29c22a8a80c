using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Requests.MailboxRestores;

/// <summary>The two mailboxes of a restore.</summary>
/// <param name="Source">The one that is read.</param>
/// <param name="Target">The one that is written to.</param>
internal sealed record MailboxPair(Mailbox Source, Mailbox Target)
{
    /// <summary>The mailboxes of a request, by their GUIDs: they may be called otherwise by now.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.MailboxNotFound"/>, or <see cref="FailureCode.InvalidState"/>: the target cannot be written to.</exception>
    public static async ValueTask<MailboxPair> OfAsync(IStoreTransaction transaction, RestoreRequest request, CancellationToken cancellation) => new(
        await FindAsync(transaction, request.SourceMailboxGuid, request.Source, cancellation).ConfigureAwait(false)
            ?? throw NotFound("The source", Location.Parse(request.Source).Mailbox!),
        CheckTarget(
            await FindAsync(transaction, request.TargetMailboxGuid, request.Destination, cancellation).ConfigureAwait(false),
            Location.Parse(request.Destination).Mailbox!));

    /// <summary>The target, if it is there and can be written to.</summary>
    public static Mailbox CheckTarget(Mailbox? target, string named) => target switch
    {
        null => throw NotFound($"{RestoreCheckCodes.TargetNotFound}: the target", named),
        { IsWritable: false } => throw new RestorationException(
            FailureCode.InvalidState,
            $"{RestoreCheckCodes.TargetInactive}: the target mailbox '{target.Address}' is {target.Kind}, and nothing can be restored to it. Make it Active first, or name another one.",
            target.Address),
        _ => target,
    };

    private static ValueTask<Mailbox?> FindAsync(IStoreTransaction transaction, Guid? guid, string location, CancellationToken cancellation)
        => MailboxDirectory.FindMailboxAsync(transaction, guid?.ToString() ?? Location.Parse(location).Mailbox!, cancellation);

    private static RestorationException NotFound(string what, string named)
        => new(FailureCode.MailboxNotFound, $"{what} mailbox '{named}' does not exist. List the mailboxes to see what there is.", named);
}

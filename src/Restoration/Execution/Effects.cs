using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Execution;

/// <summary>Carries out one planned action, and writes down what became of it.</summary>
internal sealed class Effects(IDestination destination, RestoreRequest request, TimeProvider clock)
{
    /// <summary>Makes the change; the journal entry says what it takes to take it back.</summary>
    public async ValueTask<JournalEntry> ApplyAsync(PlannedAction action, CancellationToken cancellation)
    {
        ExistingItem? before = action.Target;
        if (before is null && action.Action is ItemAction.Replace)
        {
            before = await FindTwinAsync(action, cancellation).ConfigureAwait(false);
        }

        ExistingItem? after = action.Action switch
        {
            ItemAction.Create => await destination
                .CreateAsync(action.Source with { Item = action.Item }, action.Source.Reversal?.TargetId, cancellation).ConfigureAwait(false),
            ItemAction.Replace => await destination.ReplaceAsync(before!, action.Item!, cancellation).ConfigureAwait(false),
            ItemAction.Update => await destination.UpdateAsync(before!, action.Item!, cancellation).ConfigureAwait(false),
            _ => null,
        };
        if (action.Action == ItemAction.Delete)
        {
            await destination.DeleteAsync(before!, cancellation).ConfigureAwait(false);
        }

        ExistingItem there = after ?? before!;
        return Describe(action) with
        {
            TargetId = there.Id,
            Before = action.Action == ItemAction.Create ? null : before!.Item.ContentHash,
            After = after?.Item.ContentHash,
        };
    }

    /// <summary>The journal entry of an action before it is carried out, or of one without effect.</summary>
    public JournalEntry Describe(PlannedAction action)
    {
        Item? item = action.Item ?? action.Source.Item ?? action.Target?.Item;
        return new JournalEntry
        {
            RequestId = request.RequestId,
            Ordinal = action.Source.Ordinal,
            Action = action.Action,
            Reason = action.Reason,
            MatchedBy = action.MatchedBy,
            TargetId = action.Target?.Id,
            Location = action.Place?.ToString(),
            Uid = item?.Key.Uid,
            RecurrenceId = item?.Key.RecurrenceId,
            Subject = item?.Subject ?? action.Source.Subject ?? "",
            Start = item?.Start,
            End = item?.End,
            IsAllDay = item?.IsAllDay ?? false,
            Failure = action.Failure,
            Detail = action.Detail,
            Record = action.Source.Record,
            At = clock.GetUtcNow(),
        };
    }

    /// <summary>The journal entry of an action that could not be carried out.</summary>
    public JournalEntry DescribeFailure(PlannedAction action, RestorationException failure) => Describe(action) with
    {
        Action = ItemAction.Fail,
        Reason = ActionReason.Failed,
        Failure = failure.Code,
        Detail = failure.Message,
    };

    /// <summary>Whether a failure is about one item only, so that the others can go on.</summary>
    public static bool ConcernsOneItem(RestorationException failure) => failure.Code is not (
        FailureCode.DiskFull or FailureCode.StoreLocked or FailureCode.StoreUnavailable or FailureCode.StoreReadOnly
        or FailureCode.StoreCorrupt or FailureCode.FileAccess or FailureCode.FileExists or FailureCode.NotConnected or FailureCode.NotSupported
        or FailureCode.PermissionDenied);

    // Its twin was written by this very run, after the batch was planned.
    private async ValueTask<ExistingItem> FindTwinAsync(PlannedAction action, CancellationToken cancellation)
    {
        Match match = (await destination.FindAsync([action.Source], cancellation).ConfigureAwait(false))[0];
        return match.Items.Count == 1
            ? match.Items[0]
            : throw new RestorationException(
                FailureCode.Conflict, "The item that it was to replace is not there any more.", action.Item?.Key.Uid);
    }
}

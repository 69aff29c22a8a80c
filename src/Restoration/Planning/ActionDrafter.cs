using Restoration.Destinations;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Planning;

/// <summary>Drafts the action for one item of a source from the state of the pair.</summary>
internal sealed class ActionDrafter(
    ConflictResolutionOption option, SeenItems seen, SimilarItems? similar, IDestination destination, IContents contents, IItemCodec codec)
{
    public async ValueTask<PlannedAction> DraftAsync(SourceItem entry, Match match, CancellationToken cancellation)
    {
        Item item = entry.Item!;
        PlannedAction draft = new() { Source = entry, Item = item, Detail = entry.Detail, Action = ItemAction.Create, Reason = ActionReason.Missing };
        if (seen.Find(destination.PlaceOf(entry), item.Key) is { } earlier)
        {
            return await DraftTwinAsync(draft, match, earlier, cancellation).ConfigureAwait(false);
        }

        if (match.Items.Count == 0)
        {
            return similar is null ? draft : await DraftSimilarAsync(draft, similar, cancellation).ConfigureAwait(false);
        }

        ExistingItem? identical = match.Items.FirstOrDefault(existing => existing.Item.ComparisonHash == item.ComparisonHash);
        ExistingItem? target = match.Items.Count == 1 ? match.Items[0] : identical;
        PairState state = target is null ? PairState.Ambiguous : ConflictResolver.Compare(new ItemVersion(item), new ItemVersion(target.Item));
        Verdict verdict = ConflictResolver.Decide(option, state);
        draft = draft with
        {
            Action = verdict.Action,
            Reason = verdict.Reason,
            MatchedBy = match.Rung,
            Target = target,
            Detail = entry.Detail ?? await DescribeAsync(item, match, target, state, cancellation).ConfigureAwait(false),
        };
        return draft.Action switch
        {
            ItemAction.Create => await DraftCopyAsync(draft, cancellation).ConfigureAwait(false),
            ItemAction.Update => await DraftMergeAsync(draft, cancellation).ConfigureAwait(false),
            _ => draft,
        };
    }

    // The source has it twice: what the first left behind is what the second is held against.
    private async ValueTask<PlannedAction> DraftTwinAsync(PlannedAction draft, Match match, ItemVersion earlier, CancellationToken cancellation)
    {
        PairState state = ConflictResolver.Compare(new ItemVersion(draft.Item!), earlier);
        draft = draft with { MatchedBy = MatchRung.Uid, Detail = draft.Detail ?? "The source has this item more than once." };
        if (option == ConflictResolutionOption.ForceCopy || (option == ConflictResolutionOption.KeepAll && state != PairState.Identical))
        {
            return await DraftCopyAsync(draft with { Reason = ActionReason.DuplicateInSource }, cancellation).ConfigureAwait(false);
        }

        if (option == ConflictResolutionOption.KeepLatestItem && state == PairState.SourceNewer)
        {
            return draft with
            {
                Action = ItemAction.Replace,
                Reason = ActionReason.SourceNewer,
                Target = match.Items.Count == 1 ? match.Items[0] : null,
            };
        }

        return draft with
        {
            Action = ItemAction.Skip,
            Reason = state switch
            {
                PairState.Identical => ActionReason.DuplicateInSource,
                PairState.TargetNewer when option == ConflictResolutionOption.KeepLatestItem => ActionReason.TargetNewer,
                _ => ActionReason.Conflict,
            },
        };
    }

    // No key recognises it: what is as good as the same decides.
    private async ValueTask<PlannedAction> DraftSimilarAsync(PlannedAction draft, SimilarItems index, CancellationToken cancellation)
    {
        IReadOnlyList<SimilarItem> found = await index.FindAsync(draft.Source, destination, cancellation).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return draft;
        }

        draft = draft with { MatchedBy = MatchRung.Similarity, Reason = ActionReason.Duplicate, Detail = draft.Detail ?? index.Describe(found[0]) };
        if (option is ConflictResolutionOption.KeepAll or ConflictResolutionOption.ForceCopy)
        {
            return draft;
        }

        if (found[0].Existing is not { } target)
        {
            return draft with { Action = ItemAction.Skip, Reason = ActionReason.DuplicateInSource };
        }

        bool picks = option is not ConflictResolutionOption.KeepTargetItem;
        PairState state = found.Count > 1 && picks
            ? PairState.Ambiguous
            : ConflictResolver.Compare(new ItemVersion(draft.Item!), new ItemVersion(target.Item));
        Verdict verdict = ConflictResolver.Decide(option, state);
        draft = draft with
        {
            Action = verdict.Action,
            Reason = verdict.Reason is ActionReason.Conflict or ActionReason.Identical ? ActionReason.Duplicate : verdict.Reason,
            Target = state == PairState.Ambiguous ? null : target,
        };
        return draft.Action == ItemAction.Update ? await DraftMergeAsync(draft, cancellation).ConfigureAwait(false) : draft;
    }

    // A copy keeps its own UID where that is free, and lies under one derived from it where it is not: a second run finds it again.
    private async ValueTask<PlannedAction> DraftCopyAsync(PlannedAction draft, CancellationToken cancellation)
    {
        Location place = destination.PlaceOf(draft.Source);
        Item original = (await contents.LoadAsync([draft.Item!], cancellation).ConfigureAwait(false))[0];
        if (draft is { Target: { } beside, MatchedBy: not MatchRung.NaturalKey } && seen.Find(place, original.Key) is null)
        {
            seen.Add(place, original.Key, beside.Item);
        }

        draft = draft with { IsCopy = true };
        for (int number = original.Key.Uid is null ? 1 : 0; ; number++)
        {
            Item copy = number == 0 ? original : codec.WithUid(original, CopyUid.Of(original, number));
            SourceItem[] probe = [draft.Source with { Item = copy }];
            Match slot = (await destination.FindAsync(probe, cancellation).ConfigureAwait(false))[0];
            ExistingItem? there = slot.Rung == MatchRung.NaturalKey ? null : slot.Items.FirstOrDefault();
            ItemVersion? version = seen.Find(place, copy.Key) ?? (there is null ? null : new ItemVersion(there.Item));
            if (version is null)
            {
                return draft with { Action = ItemAction.Create, Item = copy };
            }

            if (option != ConflictResolutionOption.ForceCopy && version.Value.IsSameAs(new ItemVersion(copy)))
            {
                return draft with { Action = ItemAction.Skip, Reason = ActionReason.Identical, MatchedBy = MatchRung.Stamp, Target = there };
            }
        }
    }

    private async ValueTask<PlannedAction> DraftMergeAsync(PlannedAction draft, CancellationToken cancellation)
    {
        Item source = (await contents.LoadAsync([draft.Item!], cancellation).ConfigureAwait(false))[0];
        Item target = await destination.LoadAsync(draft.Target!, cancellation).ConfigureAwait(false);
        Item merged = codec.Merge(target, source, draft.Source.Parts);
        return merged.ComparisonHash == target.ComparisonHash
            ? draft with { Action = ItemAction.Skip, Reason = ActionReason.Identical, Detail = draft.Source.Detail }
            : draft with { Item = merged };
    }

    private async ValueTask<string?> DescribeAsync(Item item, Match match, ExistingItem? target, PairState state, CancellationToken cancellation)
    {
        if (state == PairState.Identical)
        {
            return null;
        }

        if (target is null)
        {
            return $"{match.Items.Count} items of the destination fit: {string.Join(", ", match.Items.Select(existing => existing.Item.Key.Uid ?? existing.Id).Distinct())}.";
        }

        Item source = (await contents.LoadAsync([item], cancellation).ConfigureAwait(false))[0];
        Item there = await destination.LoadAsync(target, cancellation).ConfigureAwait(false);
        return $"Differs in {string.Join(", ", codec.Compare(source, there))}.";
    }
}

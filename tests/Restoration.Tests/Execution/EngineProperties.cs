using FsCheck;
using FsCheck.Fluent;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Execution;

/// <summary>What holds for every calendar, every source and every option.</summary>
public sealed class EngineProperties
{
    // Few numbers, bodies and sequences, so that identical, differing, newer and repeated items all happen often.
    private static readonly Gen<Item> AnyItem =
        from number in Gen.Choose(1, 6)
        from body in Gen.Elements("A", "B")
        from sequence in Gen.Choose(0, 2)
        from uid in Gen.Elements<string?>(null, null, null, "elsewhere")
        select Some.Appointment(number, body, sequence, uid is null ? null : $"{uid}-{number}");

    private static readonly Gen<ConflictResolutionOption> AnyOption = Gen.Elements(Enum.GetValues<ConflictResolutionOption>());

    private static readonly Arbitrary<Case> Cases = (
        from target in AnyItem.ArrayOf(8)
        from source in AnyItem.ArrayOf(8)
        from option in AnyOption
        from batch in Gen.Choose(1, 5)
        select new Case(Distinct(target), source, option, batch)).ToArbitrary();

    [Fact]
    public void The_run_does_what_the_plan_said() => Check(async (engine, example) =>
    {
        RequestDraft draft = Engine.Draft(example.Option, example.Source);
        string[] planned = [.. (await engine.PlanAsync(draft)).Select(action => $"{action.Action} {action.Reason} {action.Item?.Key.Uid}")];
        (_, RestoreResult[] results) = await engine.RunAsync(draft);
        Assert.Equal(planned, results.Select(result => $"{result.Action} {result.Reason} {result.Uid}"));
    });

    [Fact]
    public void Undo_after_restore_is_identity() => Check(async (engine, example) =>
    {
        (long, ContentHash)[] before = await engine.ReadAsync();
        (RestoreRequest restore, _) = await engine.RestoreAsync(example.Option, example.Source);
        await engine.UndoAsync(restore);
        Assert.Equal(before, await engine.ReadAsync());
    });

    [Fact]
    public void Restoring_twice_is_restoring_once() => Check(async (engine, example) =>
    {
        if (example.Option == ConflictResolutionOption.ForceCopy)
        {
            return;
        }

        await engine.RestoreAsync(example.Option, example.Source);
        (long, ContentHash)[] once = await engine.ReadAsync();
        (RestoreRequest again, _) = await engine.RestoreAsync(example.Option, example.Source);
        Assert.Equal(once, await engine.ReadAsync());
        Assert.Equal(again.Counts.Found, again.Counts.Skipped);
    });

    [Fact]
    public void Counts_add_up_and_are_what_the_journal_says() => Check(async (engine, example) =>
    {
        (RestoreRequest request, RestoreResult[] results) = await engine.RestoreAsync(example.Option, example.Source);
        RestoreCounts counts = request.Counts;
        Assert.Equal(example.Source.Length, counts.Found);
        Assert.Equal(counts.Found, counts.Created + counts.Replaced + counts.Updated + counts.Deleted + counts.Skipped + counts.Failed);
        JournalEntry[] journal = await engine.Requests.ReadJournalAsync(request.RequestId, CancellationToken.None).ToArrayAsync();
        Assert.Equal(results.Select(result => result.Action), journal.Select(entry => entry.Action));
    });

    [Fact]
    public void Nothing_is_overwritten_unless_it_was_asked_for() => Check(async (engine, example) =>
    {
        (long Id, ContentHash Content)[] before = await engine.ReadAsync();
        await engine.RestoreAsync(example.Option, example.Source);
        if (example.Option is ConflictResolutionOption.KeepTargetItem or ConflictResolutionOption.KeepAll or ConflictResolutionOption.ForceCopy)
        {
            Assert.Empty(before.Except(await engine.ReadAsync()));
        }
    });

    [Fact]
    public void A_run_that_is_stopped_and_resumed_ends_as_a_clean_run_does() => Check(async (engine, example) =>
    {
        await using Engine clean = new(batchSize: example.BatchSize);
        await clean.FillAsync(example.Target);
        (RestoreRequest expected, _) = await clean.RestoreAsync(example.Option, example.Source);

        RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(example.Option, example.Source), CancellationToken.None);
        while (!RequestStates.IsEnded(request.Status))
        {
            // Take one result, and walk away.
            await engine.Requests.RunAsync(request, null, null, CancellationToken.None).Take(1).ToArrayAsync();
            request = await engine.Requests.GetAsync(request.RequestId.ToString(), CancellationToken.None);
        }

        Assert.Equal(await clean.ReadAsync(), await engine.ReadAsync());
        Assert.Equal((expected.Counts, expected.Status), (request.Counts, request.Status));
    });

    private static Item[] Distinct(Item[] items) => [.. items.DistinctBy(item => item.Key.Uid)];

    private static void Check(Func<Engine, Case, Task> property) => Prop.ForAll(Cases, example =>
    {
        RunAsync(property, example).GetAwaiter().GetResult();
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static async Task RunAsync(Func<Engine, Case, Task> property, Case example)
    {
        await using Engine engine = new(batchSize: example.BatchSize);
        await engine.FillAsync(example.Target);
        await property(engine, example);
    }

    private sealed record Case(Item[] Target, Item[] Source, ConflictResolutionOption Option, int BatchSize)
    {
        public override string ToString() => $"{Option}, {BatchSize}: [{Describe(Target)}] <- [{Describe(Source)}]";

        private static string Describe(Item[] items)
            => string.Join(", ", items.Select(item => System.Text.Encoding.UTF8.GetString(item.Content.Span).Replace('\n', ' ')));
    }
}

using FsCheck;
using FsCheck.Fluent;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>What holds for every calendar, every source, every option and every store.</summary>
public abstract class EnginePropertyContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Arbitrary<EngineCase> Cases = EngineCase.Any.ToArbitrary();

    /// <summary>How many examples each seed gives.</summary>
    protected abstract int Examples { get; }

    /// <summary>Makes an empty store.</summary>
    protected abstract ValueTask<IStore> CreateAsync();

    [Fact]
    [Trait("Seed", "P13")]
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
        JournalEntry[] journal = await engine.Requests.ReadJournalAsync(request.RequestId, None).ToArrayAsync();
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
        (RestoreRequest expected, (long, ContentHash)[] calendar) = await CleanAsync(example);
        RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(example.Option, example.Source), None);
        while (!RequestStates.IsEnded(request.Status))
        {
            // Take one result, and walk away.
            await engine.Requests.RunAsync(request, null, null, None).Take(1).ToArrayAsync();
            request = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        }

        // A database need not give the numbers again that died with a transaction.
        Assert.Equal(calendar.Select(item => item.Item2), (await engine.ReadAsync()).Select(item => item.Content));
        Assert.Equal((expected.Counts, expected.Status), (request.Counts, request.Status));
    });

    [Fact]
    public void Removing_and_undoing_is_identity() => Check(async (engine, example) =>
    {
        await engine.RestoreAsync(example.Option, example.Source);
        (long, ContentHash)[] before = await engine.ReadAsync();
        RequestDraft removal = await engine.DraftRemovalAsync(new ItemFilter { Subjects = ["*1", "*2", "Moved"] });
        (RestoreRequest removed, _) = await engine.RunAsync(removal);
        await engine.UndoAsync(removed);
        Assert.Equal(before, await engine.ReadAsync());
    });

    [Fact]
    public void Undo_of_an_undo_is_the_restore_again() => Check(async (engine, example) =>
    {
        (RestoreRequest restore, _) = await engine.RestoreAsync(example.Option, example.Source);
        (long, ContentHash)[] once = await engine.ReadAsync();
        (RestoreRequest undo, _) = await engine.UndoAsync(restore);
        await engine.UndoAsync(undo);
        Assert.Equal(once, await engine.ReadAsync());
    });

    [Fact]
    public void A_run_that_is_killed_anywhere_and_resumed_ends_as_a_clean_run_does() => Prop.ForAll(Cases, Kills, (example, kills) =>
    {
        KillAndResumeAsync(example, kills).GetAwaiter().GetResult();
        return true;
    }).CheckSeeded(Examples);

    [Fact]
    public void A_run_that_is_killed_anywhere_and_started_anew_gives_what_a_clean_run_gives() => Prop.ForAll(Cases, Kills, (example, kills) =>
    {
        KillAndRunAgainAsync(example, kills).GetAwaiter().GetResult();
        return true;
    }).CheckSeeded(Examples);

    // After how many calls to the store the process dies, and dies again.
    private static Arbitrary<int[]> Kills => Gen.Choose(1, 60).ArrayOf(2).ToArbitrary();

    private async Task KillAndResumeAsync(EngineCase example, int[] kills)
    {
        (RestoreRequest expected, (long, ContentHash)[] calendar) = await CleanAsync(example);
        await using Engine engine = await OpenAsync(example);
        RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(example.Option, example.Source), None);
        foreach (int calls in kills.Where(_ => !RequestStates.IsEnded(request.Status)))
        {
            await engine.DieAfterAsync(calls, async dying => await dying.RunAsync(request, null, null, None).LastOrDefaultAsync());
            request = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        }

        if (!RequestStates.IsEnded(request.Status))
        {
            await engine.Requests.RunAsync(request, null, null, None).LastOrDefaultAsync();
            request = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        }

        // A database need not give the numbers again that died with a transaction.
        Assert.Equal(calendar.Select(item => item.Item2), (await engine.ReadAsync()).Select(item => item.Content));
        Assert.Equal((expected.Counts, expected.Status), (request.Counts, request.Status));
        Assert.True((await new Restoration.Auditing.AuditTrail(engine.Workspace).VerifyAsync(None)).IsValid);
    }

    private async Task KillAndRunAgainAsync(EngineCase example, int[] kills)
    {
        if (example.Option == ConflictResolutionOption.ForceCopy)
        {
            return;
        }

        (_, (long Id, ContentHash Content)[] calendar) = await CleanAsync(example);
        await using Engine engine = await OpenAsync(example);
        foreach (int calls in kills)
        {
            RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(example.Option, example.Source), None);
            await engine.DieAfterAsync(calls, async dying => await dying.RunAsync(request, null, null, None).LastOrDefaultAsync());
        }

        await engine.RestoreAsync(example.Option, example.Source);
        Assert.Equal(calendar.Select(item => item.Content), (await engine.ReadAsync()).Select(item => item.Content));
    }

    private async Task<(RestoreRequest Request, (long Id, ContentHash Content)[] Calendar)> CleanAsync(EngineCase example)
    {
        await using Engine clean = await OpenAsync(example);
        (RestoreRequest request, _) = await clean.RestoreAsync(example.Option, example.Source);
        return (request, await clean.ReadAsync());
    }

    private async Task<Engine> OpenAsync(EngineCase example)
    {
        Engine engine = new(await CreateAsync(), example.BatchSize);
        await engine.FillAsync(example.Target);
        return engine;
    }

    private void Check(Func<Engine, EngineCase, Task> property) => Prop.ForAll(Cases, example =>
    {
        RunAsync(property, example).GetAwaiter().GetResult();
        return true;
    }).CheckSeeded(Examples);

    private async Task RunAsync(Func<Engine, EngineCase, Task> property, EngineCase example)
    {
        await using Engine engine = await OpenAsync(example);
        await property(engine, example);
    }
}

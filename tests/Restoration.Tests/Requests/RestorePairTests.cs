using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Notes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Requests;

/// <summary>Every source to every destination. A new one of either is one line more.</summary>
public sealed class RestorePairTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Dictionary<string, Func<RestoreStage, RestoreSettings, Task<RequestDraft>>> Sources = new()
    {
        ["audit log"] = async (stage, settings) =>
        {
            await stage.LoseAsync();
            return settings.ApplyTo((await stage.Engine.DraftOwnAsync()).Request);
        },
        ["backup"] = async (stage, settings) => await stage.Drafts.FromLocationsAsync([Location.Parse("backup:alice@contoso.com/Calendar")], settings, None),
        ["backup calendar"] = async (stage, settings) => await stage.Drafts.FromLocationsAsync([Location.Parse("store:alice@contoso.com/Calendar")], settings, None),
        ["several"] = async (stage, settings) => await stage.Drafts.FromLocationsAsync(
            [Location.Parse("store:ali*/Cal*"), Location.Parse("backup:alice@contoso.com/Calendar"), Location.OfFile(stage.Folder.File("in.items"))], settings, None),
        ["file"] = async (stage, settings) => await stage.Drafts.FromFilesAsync([stage.Folder.File("in.items")], null, settings, None),
        ["notes"] = async (stage, settings) => await stage.Drafts.FromLocationsAsync([Location.Parse("x-notes:in")], settings, None),
    };

    private static readonly Dictionary<string, Func<RestoreStage, Location>> Destinations = new()
    {
        ["store"] = _ => Location.Parse("store:bob@contoso.com/Recovered"),
        ["file"] = stage => Location.OfFile(stage.Folder.File("out.items")),
        ["notes"] = _ => Location.Parse("x-notes:out"),
    };

    public static TheoryData<string, string> Pairs
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (string source in Sources.Keys)
            {
                foreach (string destination in Destinations.Keys)
                {
                    pairs.Add(source, destination);
                }
            }

            return pairs;
        }
    }

    public static TheoryData<string> AllSources => [.. Sources.Keys];

    public static TheoryData<string> AllDestinations => [.. Destinations.Keys];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Restores_once_and_is_undone(string source, string destination)
    {
        await using RestoreStage stage = await RestoreStage.OpenAsync();
        Location place = Destinations[destination](stage);
        RestoreSettings settings = new() { Destination = place, Force = true };

        RequestDraft draft = await Sources[source](stage, settings);
        Assert.All((await stage.Engine.PlanAsync(draft)).Take(3), action => Assert.True(action.HasEffect));
        Assert.Empty(await stage.ReadAsync(place));

        (RestoreRequest first, _) = await stage.Engine.RunAsync(draft);
        Assert.Equal((3, 0), (first.Counts.Created, first.Counts.Failed));
        Assert.Equal(["Subject=Appointment 1", "Subject=Appointment 2", "Subject=Appointment 3"], await stage.ReadAsync(place));

        (RestoreRequest second, _) = await stage.Engine.RunAsync(draft with { Name = "Again" });
        Assert.Equal((0, second.Counts.Found), (second.Counts.Created, second.Counts.Skipped));

        await stage.Engine.UndoAsync(first);
        Assert.Empty(await stage.ReadAsync(place));
    }

    [Theory]
    [MemberData(nameof(AllSources))]
    public async Task To_Microsoft_365_it_says_that_no_tenant_is_connected(string source)
    {
        await using RestoreStage stage = await RestoreStage.OpenAsync();
        RequestDraft draft = await Sources[source](stage, new RestoreSettings { Destination = Location.Parse("graph:alice@contoso.com/Calendar") });

        foreach (Func<Task> attempt in new Func<Task>[] { () => stage.Engine.PlanAsync(draft), () => stage.Engine.RunAsync(draft) })
        {
            RestorationException failure = await Assert.ThrowsAsync<RestorationException>(attempt);
            Assert.Equal(FailureCode.NotConnected, failure.Code);
            Assert.Contains("No tenant is connected", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task P30_a_destination_that_cannot_be_read_ends_the_run_and_is_never_taken_for_an_empty_one()
    {
        await using RestoreStage stage = await RestoreStage.OpenAsync();
        RequestDraft draft = await Sources["file"](stage, new RestoreSettings { Destination = Location.Parse("x-notes:out") });
        await stage.Engine.RunAsync(draft);
        stage.Notes.IsLocked = true;

        RestoreRequest request = await stage.Engine.Requests.AddAsync(draft with { Name = "Again" }, None);
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await stage.Engine.Requests.RunAsync(request, null, null, None).ToArrayAsync());
        Assert.Equal(FailureCode.FileAccess, failure.Code);

        stage.Notes.IsLocked = false;
        Assert.Equal(3, stage.Notes.Open("out").Count);
        RestoreResult[] resumed = await stage.Engine.Requests
            .RunAsync(await stage.Engine.Requests.GetAsync(request.RequestId.ToString(), None), null, null, None).ToArrayAsync();
        Assert.All(resumed, result => Assert.Equal(ItemAction.Skip, result.Action));
        Assert.Equal(3, stage.Notes.Open("out").Count);
    }

    [Fact]
    public async Task A_scheme_is_taken_once_and_has_to_be_one()
    {
        await using RestoreStage stage = await RestoreStage.OpenAsync();
        Assert.Equal(
            FailureCode.AlreadyExists,
            Assert.Throws<RestorationException>(() => stage.Engine.Workspace.Connectors.Register(new NotesConnector(stage.Notes))).Code);
        RequestDraft elsewhere = await Sources["file"](stage, new RestoreSettings { Destination = Location.Parse("x-other:out") });
        Assert.Equal(FailureCode.NotSupported, (await Assert.ThrowsAsync<RestorationException>(() => stage.Engine.PlanAsync(elsewhere))).Code);
    }
}

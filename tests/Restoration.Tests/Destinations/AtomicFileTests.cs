using Restoration.Contracts.Support;
using Restoration.Destinations;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Destinations;

/// <summary>A good file stays until a better one is whole: whatever happens on the way, and whoever writes it.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private const string Good = "Uid=good\nSubject=Good\n\n";

    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("out.items");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Until_it_is_committed_the_file_is_not_there_and_then_it_is_alone()
    {
        await using (AtomicFile file = AtomicFile.Create(Target, overwrite: false, Guid.Empty))
        {
            await file.Stream.WriteAsync("new"u8.ToArray());
            Assert.False(File.Exists(Target));
            await file.CommitAsync(None);
        }

        Assert.Equal("new", await File.ReadAllTextAsync(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task What_is_not_committed_leaves_what_was_there_and_nothing_beside_it()
    {
        await File.WriteAllTextAsync(Target, Good);
        await using (AtomicFile file = AtomicFile.Create(Target, overwrite: true, Guid.Empty))
        {
            await file.Stream.WriteAsync("half"u8.ToArray());
        }

        await AssertGoodAsync();
    }

    [Fact]
    public async Task A_file_that_appears_meanwhile_is_not_written_over_unless_that_was_asked_for()
    {
        await using (AtomicFile file = AtomicFile.Create(Target, overwrite: false, Guid.Empty))
        {
            await File.WriteAllTextAsync(Target, Good);
            RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await file.CommitAsync(None));
            Assert.Equal(FailureCode.FileExists, failure.Code);
        }

        await AssertGoodAsync();
    }

    [Theory]
    [InlineData(false, FailureCode.FileExists)]
    [InlineData(true, FailureCode.FileAccess)]
    public async Task What_cannot_be_replaced_is_an_error_that_leaves_nothing_beside_it(bool overwrite, FailureCode code)
    {
        if (overwrite)
        {
            Directory.CreateDirectory(Target);
        }
        else
        {
            await File.WriteAllTextAsync(Target, Good);
        }

        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () =>
        {
            await using AtomicFile file = AtomicFile.Create(Target, overwrite, Guid.Empty);
            await file.CommitAsync(None);
        });
        Assert.Equal(code, failure.Code);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    [Fact]
    public async Task A_restore_that_is_stopped_leaves_the_good_file()
    {
        await File.WriteAllTextAsync(Target, Good);
        await using Engine engine = new();
        RestoreRequest request = await engine.Requests.AddAsync(Draft(Some.Appointments(1200)), None);
        await engine.Requests.RunAsync(request, null, null, None).Take(600).CountAsync();
        await AssertGoodAsync();
    }

    [Fact]
    public async Task A_restore_of_nothing_leaves_the_good_file()
    {
        await File.WriteAllTextAsync(Target, Good);
        await using Engine engine = new();
        await engine.RunAsync(Draft());
        await AssertGoodAsync();
    }

    [Fact]
    public async Task A_restore_of_which_every_item_fails_leaves_the_good_file()
    {
        await File.WriteAllTextAsync(Target, Good);
        await using Engine engine = new();
        RequestDraft draft = Draft(Some.Appointment(1));
        Restoration.Sources.SourceItem lost = draft.Entries[0] with
        {
            Item = null, Verdict = new Verdict(ItemAction.Fail, ActionReason.ContentNotFound), Failure = FailureCode.ContentNotFound,
        };
        (RestoreRequest request, RestoreResult[] results) = await engine.RunAsync(draft with { Entries = [lost] });
        Assert.Equal((ItemAction.Fail, 1L), (results[0].Action, request.Counts.Failed));
        await AssertGoodAsync();
    }

    [Fact]
    [Trait("Seed", "P26")]
    public async Task An_export_of_nothing_leaves_the_good_file()
    {
        await File.WriteAllTextAsync(Target, Good);
        await using Engine engine = new();
        await engine.FillAsync();
        Folder calendar = await engine.Calendars.GetAsync(Engine.Mailbox, FolderPath.Calendar, None);
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await new ExportService(engine.Workspace)
            .WriteAsync(calendar, ItemFilter.All, Location.OfFile(Target), new ExportOptions { Force = true }, None));
        Assert.Equal(FailureCode.InvalidState, failure.Code);
        await AssertGoodAsync();
    }

    [Fact]
    public async Task A_saved_plan_is_not_written_over_another()
    {
        await File.WriteAllTextAsync(Target, Good);
        await using Engine engine = new();
        RequestDraft draft = Draft(Some.Appointment(1));
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await new PlanFile(engine.Workspace).WriteAsync(Target, false, draft, [], None));
        Assert.Equal(FailureCode.FileExists, failure.Code);
        await AssertGoodAsync();
    }

    private RequestDraft Draft(params Item[] items) => Engine.Draft(ConflictResolutionOption.KeepTargetItem, items) with
    {
        Destination = Location.OfFile(Target), Options = new RequestOptions { Force = true },
    };

    private async Task AssertGoodAsync()
    {
        Assert.Equal(Good, await File.ReadAllTextAsync(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }
}

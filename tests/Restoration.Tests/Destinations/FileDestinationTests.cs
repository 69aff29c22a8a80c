using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Tests.Destinations;

public sealed class FileDestinationTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = new();

    private string Target => _folder.File("out.items");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_file_appears_whole_at_the_end()
    {
        RestoreRequest request = await _engine.Requests.AddAsync(Draft(Some.Appointments(1200)), None);
        await foreach (RestoreResult _ in _engine.Requests.RunAsync(request, null, null, None))
        {
            Assert.False(File.Exists(Target));
        }

        Assert.Equal(1200, (await ReadAsync()).Length);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Running_again_recognises_what_is_there_and_does_not_touch_the_file()
    {
        await _engine.RunAsync(Draft(Some.Appointments(3)));
        File.SetLastWriteTimeUtc(Target, new DateTime(2020, 1, 1));
        (RestoreRequest again, _) = await _engine.RunAsync(Draft(Some.Appointments(3)));
        Assert.Equal(3, again.Counts.Skipped);
        Assert.Equal(new DateTime(2020, 1, 1), File.GetLastWriteTimeUtc(Target));
    }

    [Fact]
    [Trait("Seed", "P9")]
    public async Task P9_a_file_that_exists_is_added_to_only_if_that_is_asked_for()
    {
        await _engine.RunAsync(Draft(Some.Appointment(1)));
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(() => _engine.RunAsync(Draft(Some.Appointments(2))));
        Assert.Equal(FailureCode.FileExists, failure.Code);
        Assert.Single(await ReadAsync());

        await _engine.RunAsync(Draft(Some.Appointments(2)) with { Options = new RequestOptions { Force = true } });
        Assert.Equal(2, (await ReadAsync()).Length);
    }

    [Fact]
    public async Task Replacing_and_undoing_bring_back_what_was_there()
    {
        await _engine.RunAsync(Draft(Some.Appointment(1, "Old"), Some.Appointment(2)));
        RequestDraft draft = Draft(Some.Appointment(1, "New"), Some.Appointment(3)) with
        {
            ConflictResolution = ConflictResolutionOption.KeepSourceItem,
            Options = new RequestOptions { Force = true },
        };
        (RestoreRequest request, _) = await _engine.RunAsync(draft);
        Assert.Equal(["New", "As planned.", "As planned."], (await ReadAsync()).Select(Body));

        await _engine.UndoAsync(request);
        Assert.Equal(["Old", "As planned."], (await ReadAsync()).Select(Body));
    }

    [Fact]
    public async Task Undoing_takes_a_new_file_away()
    {
        (RestoreRequest request, _) = await _engine.RunAsync(Draft(Some.Appointments(2)));
        await _engine.UndoAsync(request);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Stopping_leaves_nothing_and_resuming_writes_it_all()
    {
        RestoreRequest request = await _engine.Requests.AddAsync(Draft(Some.Appointments(1200)), None);
        await _engine.Requests.RunAsync(request, null, null, None).Take(1).ToArrayAsync();
        Assert.Empty(Directory.GetFiles(_folder.Path));

        request = await _engine.Requests.GetAsync(request.RequestId.ToString(), None);
        await _engine.Requests.RunAsync(request, null, null, None).ToArrayAsync();
        RestoreRequest ended = await _engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal((1200L, 1200L), (ended.Counts.Found, ended.Counts.Created));
        Assert.Equal(1200, (await ReadAsync()).Length);
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_file_is_not_written_over()
    {
        await File.WriteAllTextAsync(Target, "!broken\n\n");
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            () => _engine.RunAsync(Draft(Some.Appointment(1)) with { Options = new RequestOptions { Force = true } }));
        Assert.Equal(FailureCode.InvalidData, failure.Code);
        Assert.Equal("!broken\n\n", await File.ReadAllTextAsync(Target));
    }

    [Theory]
    [InlineData("out.unknown", FailureCode.UnsupportedFormat)]
    [InlineData("missing/out.items", FailureCode.FileAccess)]
    public async Task A_place_where_no_file_can_be_is_an_error(string name, FailureCode code)
    {
        RequestDraft draft = Draft(Some.Appointment(1)) with { Destination = Location.OfFile(_folder.File(name)) };
        Assert.Equal(code, (await Assert.ThrowsAsync<RestorationException>(() => _engine.RunAsync(draft))).Code);
    }

    private RequestDraft Draft(params Item[] items)
        => Engine.Draft(ConflictResolutionOption.KeepTargetItem, items) with { Destination = Location.OfFile(Target) };

    private string Body(Item item) => _engine.Workspace.Codec.Decode(item).Body!;

    private async Task<Item[]> ReadAsync() => await new FileSource([Target], _engine.Workspace.Formats, new FileSourceOptions(), null)
        .ReadAsync(None).Select(entry => entry.Item!).ToArrayAsync();
}

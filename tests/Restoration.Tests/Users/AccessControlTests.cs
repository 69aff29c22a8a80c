using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Users;

namespace Restoration.Tests.Users;

public sealed class AccessControlTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Engine _engine = new();

    public async Task InitializeAsync()
    {
        await _engine.FillAsync(Some.Appointment(1));
        await new UserService(_engine.Workspace).AddAsync("alice", UserRole.Administrator, None);
        await new UserService(_engine.Workspace).AddAsync("olaf", UserRole.Operator, None);
        await new UserService(_engine.Workspace).AddAsync("rita", UserRole.Reader, None);
    }

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Theory]
    [InlineData("rita")]
    [InlineData("nobody")]
    public async Task Who_may_not_restore_is_refused_and_audited(string user)
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await new RequestService(As(user)).AddAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(2)), None));
        Assert.Equal(FailureCode.PermissionDenied, failure.Code);

        AuditEntry last = await new AuditTrail(_engine.Workspace).ReadAsync(AuditFilter.All, None).LastAsync();
        Assert.Equal((user, nameof(Permission.RunRequest), AuditOutcome.Denied), (last.Actor, last.Operation, last.Outcome));
        Assert.Single(await _engine.ReadAsync());
    }

    [Fact]
    public async Task An_operator_sees_and_runs_own_requests_only()
    {
        RestoreRequest others = await _engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(2)), None);
        RequestService requests = new(As("olaf"));
        RestoreRequest own = await requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(3)) with { Name = "Mine" }, None);

        Assert.Equal([own.RequestId], (await requests.ListAsync(None)).Select(request => request.RequestId));
        Assert.Single(await requests.RunAsync(own, null, null, None).ToArrayAsync());
        await DeniedAsync(async () => await requests.GetAsync(others.RequestId.ToString(), None));
        await DeniedAsync(async () => await requests.RunAsync(others, null, null, None).ToArrayAsync());
    }

    [Fact]
    public async Task Backups_are_removed_by_their_maker_or_an_administrator()
    {
        Folder calendar = await new CalendarService(_engine.Workspace).GetAsync(Engine.Mailbox, FolderPath.Calendar, None);
        Backup others = await new BackupService(_engine.Workspace).CreateAsync(calendar, None);
        BackupService backups = new(As("olaf"));
        Backup own = await backups.CreateAsync(calendar, None);

        await DeniedAsync(async () => await backups.RemoveAsync(others, None));
        await backups.RemoveAsync(own, None);
        await new BackupService(_engine.Workspace).RemoveAsync(others, None);
    }

    [Fact]
    public async Task A_reader_does_not_read_the_trail()
    {
        await DeniedAsync(async () => await new AuditTrail(As("rita")).ReadAsync(AuditFilter.All, None).ToArrayAsync());
        await DeniedAsync(async () => await new AuditTrail(As("rita")).VerifyAsync(None));
        Assert.True((await new AuditTrail(_engine.Workspace).VerifyAsync(None)).IsValid);
    }

    [Fact]
    public async Task An_operator_makes_no_users()
        => await DeniedAsync(async () => await new UserService(As("olaf")).AddAsync("eve", UserRole.Administrator, None));

    [Fact]
    public async Task The_last_administrator_stays()
    {
        UserService users = new(_engine.Workspace);
        RestorationUser alice = await users.GetAsync("ALICE", None);
        Assert.Equal(FailureCode.InvalidState, (await Assert.ThrowsAsync<RestorationException>(async () => await users.RemoveAsync(alice, None))).Code);
        Assert.Equal(
            FailureCode.InvalidState, (await Assert.ThrowsAsync<RestorationException>(async () => await users.SetAsync(alice, UserRole.Reader, true, None))).Code);
    }

    [Fact]
    public async Task Without_users_whoever_opens_the_store_administers_it_and_the_first_user_is_an_administrator()
    {
        await using Engine fresh = new();
        UserService users = new(fresh.Workspace);
        await fresh.RestoreAsync(ConflictResolutionOption.KeepAll, Some.Appointment(1));
        Assert.Equal(
            FailureCode.InvalidState, (await Assert.ThrowsAsync<RestorationException>(async () => await users.AddAsync("olaf", UserRole.Operator, None))).Code);
        await users.AddAsync("alice", UserRole.Administrator, None);
        await users.AddAsync("olaf", UserRole.Operator, None);
    }

    private static async Task DeniedAsync(Func<Task> deed)
        => Assert.Equal(FailureCode.PermissionDenied, (await Assert.ThrowsAsync<RestorationException>(deed)).Code);

    private Workspace As(string user) => _engine.Workspace with { User = user };
}

using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Tests.Execution;

public sealed class RunGuardTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_run_that_has_lost_its_lease_says_nothing_more_even_if_it_is_free_again()
    {
        await using Engine engine = new();
        RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointments(3)), None);

        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await engine.Requests.RunAsync(request, new LostOnce(atCheck: 2), null, null, None).LastOrDefaultAsync());
        Assert.Equal(FailureCode.LeaseLost, failure.Code);
        RestoreRequest left = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal((RequestStatus.InProgress, null), (left.Status, left.Failure));

        await engine.Requests.RunAsync(left, new LostOnce(atCheck: 0), null, null, None).LastOrDefaultAsync();
        Assert.Equal(RequestStatus.Completed, (await engine.Requests.GetAsync(request.RequestId.ToString(), None)).Status);
        Assert.Equal(3, (await engine.ReadAsync()).Length);
    }

    // Somebody takes the lease between two batches, and gives it back at once.
    private sealed class LostOnce(int atCheck) : IRunGuard
    {
        private int _checks;

        public ValueTask<RequestSettings> CheckAsync(IStoreTransaction transaction, RestoreRequest known, CancellationToken cancellation)
            => ++_checks == atCheck
                ? throw new RestorationException(FailureCode.LeaseLost, "Somebody else has it.")
                : ValueTask.FromResult(known.Settings);
    }
}

using Restoration.Requests;

namespace Restoration.Tests.Requests;

public sealed class RequestStatesTests
{
    // From each status, in the order of the enumeration: which may follow.
    [Theory]
    [InlineData(RequestStatus.Planned, "")]
    [InlineData(RequestStatus.Queued, "InProgress Suspended Failed")]
    [InlineData(RequestStatus.InProgress, "Queued InProgress Suspended Completed CompletedWithWarning Failed")]
    [InlineData(RequestStatus.Suspended, "Queued InProgress Failed")]
    [InlineData(RequestStatus.Completed, "")]
    [InlineData(RequestStatus.CompletedWithWarning, "")]
    [InlineData(RequestStatus.Failed, "Queued InProgress")]
    public void The_table_of_statuses(RequestStatus from, string to)
        => Assert.Equal(to, string.Join(' ', Enum.GetValues<RequestStatus>().Where(status => RequestStates.MayFollow(from, status))));
}

using Restoration.Failures;
using Restoration.Requests;

namespace Restoration.Tests.Requests;

public sealed class RequestNamesTests
{
    private static readonly RestoreRequest[] Requests =
    [
        New(1, "AppointmentRestore", "alice"),
        New(2, "AppointmentRestore", "bob"),
        New(3, "AppointmentRestore1", "alice"),
        New(4, "Plan", null),
    ];

    [Theory]
    [InlineData("alice", "AppointmentRestore2")]
    [InlineData("bob", "AppointmentRestore1")]
    [InlineData("carol", "AppointmentRestore")]
    [InlineData(null, "AppointmentRestore")]
    public void The_next_default_name_is_the_first_that_is_free_for_the_mailbox(string? mailbox, string name)
        => Assert.Equal(name, RequestNames.Next(RequestKind.AuditLogRestore, mailbox, Requests));

    [Theory]
    [InlineData(@"alice\AppointmentRestore", 1)]
    [InlineData(@"ALICE\appointmentrestore", 1)]
    [InlineData(@"bob@contoso.com\AppointmentRestore", 2)]
    [InlineData("AppointmentRestore1", 3)]
    [InlineData("plan", 4)]
    [InlineData("00000002-0000-0000-0000-000000000000", 2)]
    public void An_identity_is_a_guid_a_name_or_mailbox_and_name(string identity, int number)
        => Assert.Equal(Requests[number - 1], RequestNames.Find(identity, Requests));

    [Theory]
    [InlineData("", FailureCode.InvalidArgument)]
    [InlineData("  ", FailureCode.InvalidArgument)]
    [InlineData("Nothing", FailureCode.RequestNotFound)]
    [InlineData(@"carol\AppointmentRestore", FailureCode.RequestNotFound)]
    [InlineData("AppointmentRestore", FailureCode.Ambiguous)]
    [InlineData("00000009-0000-0000-0000-000000000000", FailureCode.RequestNotFound)]
    public void Everything_else_is_an_error_and_never_all(string identity, FailureCode code)
        => Assert.Equal(code, Assert.Throws<RestorationException>(() => RequestNames.Find(identity, Requests)).Code);

    private static RestoreRequest New(int number, string name, string? mailbox) => new()
    {
        RequestId = new Guid(number, 0, 0, new byte[8]),
        Name = name,
        Mailbox = mailbox,
        Kind = RequestKind.AuditLogRestore,
        Source = "audit:",
        Destination = "original:",
        User = "alice",
        QueuedAt = default,
        UpdatedAt = default,
    };
}

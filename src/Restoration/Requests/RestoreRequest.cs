using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Requests;

/// <summary>The durable record of one restore: what, from where, to where, under which policy, and how far it has come.</summary>
public sealed record RestoreRequest
{
    /// <summary>Its id.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Its name, unique for the mailbox.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of the mailbox that it restores to; null for files and for several mailboxes.</summary>
    public string? Mailbox { get; init; }

    /// <summary>How scripts name it: <c>Alias\Name</c>, or the name alone where there is no mailbox.</summary>
    public string Identity => Mailbox is null ? Name : $@"{Mailbox}\{Name}";

    /// <summary>What it is for.</summary>
    public required RequestKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public RequestStatus Status { get; init; } = RequestStatus.Queued;

    /// <summary>Where the items come from.</summary>
    public required string Source { get; init; }

    /// <summary>Where the items go to.</summary>
    public required string Destination { get; init; }

    /// <summary>What it is doing, or how it ended, in Exchange's words.</summary>
    public string StatusDetail => StatisticsBuilder.Detail(this);

    /// <summary>The share of the items that is done, 0 to 100; 0 before anybody knows how many there are.</summary>
    public int PercentComplete => RequestStates.IsEnded(Status) ? 100 : new RestoreProgress(Counts, Total, "", default).PercentComplete ?? 0;

    /// <summary>The address of the mailbox that is read, for a mailbox restore.</summary>
    public string? SourceMailbox => MailboxOf(Source);

    /// <summary>The address of the mailbox that is written to, for a mailbox restore.</summary>
    public string? TargetMailbox => MailboxOf(Destination);

    /// <summary>What is done on a match.</summary>
    public ConflictResolutionOption ConflictResolutionOption { get; init; }

    /// <summary>What an administrator says of it, and may say anew.</summary>
    public RequestSettings Settings { get; init; } = new();

    /// <summary>The GUID of the mailbox that a mailbox restore reads.</summary>
    public Guid? SourceMailboxGuid { get; init; }

    /// <summary>The GUID of the mailbox that a mailbox restore writes to.</summary>
    public Guid? TargetMailboxGuid { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string User { get; init; }

    /// <summary>The saved configuration that it ran; null for none.</summary>
    public long? ConfigurationId { get; init; }

    /// <summary>The request that this one takes back, for an undo.</summary>
    public Guid? UndoOf { get; init; }

    /// <summary>What it takes to read the source again, in the source's own form; kept for resuming.</summary>
    public string? Options { get; init; }

    /// <summary>What the source's content was when the request began.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The place in the source up to which everything is done.</summary>
    public long Position { get; init; }

    /// <summary>How many items the source has, if that is known.</summary>
    public long? Total { get; init; }

    /// <summary>How many bytes of content the source has, if that is known.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>What became of the items so far.</summary>
    public RestoreCounts Counts { get; init; }

    /// <summary>Those of the failed that were too large for the target.</summary>
    public long LargeItems { get; init; }

    /// <summary>The bytes of content that were written.</summary>
    public long BytesTransferred { get; init; }

    /// <summary>Locations that the request had to make, and that an undo takes away again if they are empty.</summary>
    public IReadOnlyList<string> CreatedLocations { get; init; } = [];

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it was first run.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it last made progress.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The time that it has spent running.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Since when it stands at its status; null if it was stored before that was noted.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>How long it has stood at other statuses.</summary>
    public RequestDurations Durations { get; init; }

    /// <summary>Why it failed as a whole.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>The failure's message, or why it was suspended.</summary>
    public string? Message { get; init; }

    private string? MailboxOf(string location) => Kind == RequestKind.MailboxRestore ? Location.Parse(location).Mailbox : null;
}

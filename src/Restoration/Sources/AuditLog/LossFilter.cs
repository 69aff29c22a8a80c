using Restoration.Policies;

namespace Restoration.Sources.AuditLog;

/// <summary>Which losses. Everything that is given has to fit; patterns are those of <see cref="Wildcard"/>, for subjects those of <see cref="TextPattern"/>.</summary>
public sealed record LossFilter
{
    /// <summary>Takes every loss.</summary>
    public static LossFilter All { get; } = new();

    /// <summary>Lost at this moment or later.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Lost before this moment.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Patterns of which the mailbox's user principal name or GUID has to fit one.</summary>
    public IReadOnlyList<string> Mailboxes { get; init; } = [];

    /// <summary>Patterns of which the operation of one record of the loss has to fit one.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Patterns of which the user of that same record has to fit one.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Patterns of which the subject has to fit one.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Whether a mailbox fits.</summary>
    public bool AcceptsMailbox(string? name, Guid? guid)
        => Mailboxes.Count == 0
            || (name is not null && Wildcard.IsMatch(Mailboxes, name))
            || (guid is not null && Wildcard.IsMatch(Mailboxes, guid.Value.ToString()));

    /// <summary>Whether a moment fits.</summary>
    public bool AcceptsTime(DateTimeOffset lostAt) => (StartDate is null || lostAt >= StartDate) && (EndDate is null || lostAt < EndDate);

    /// <summary>Whether a subject fits.</summary>
    public bool AcceptsSubject(string? subject) => TextPattern.IsMatch(Subjects, subject ?? "");

    /// <summary>Whether what was done, and who did it, fits.</summary>
    public bool AcceptsDeed(RecordReference record) => Wildcard.IsMatch(Operations, record.Operation) && Wildcard.IsMatch(Actors, record.UserId ?? "");
}

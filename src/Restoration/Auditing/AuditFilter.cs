using Restoration.Policies;

namespace Restoration.Auditing;

/// <summary>Which entries of the trail. Everything that is given has to fit.</summary>
public sealed record AuditFilter
{
    /// <summary>Takes every entry.</summary>
    public static AuditFilter All { get; } = new();

    /// <summary>At this moment or later.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Of this run.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Patterns of which the operation has to fit one.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Patterns of which the actor has to fit one.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Whether the entry fits the patterns; stores may have looked at the rest.</summary>
    public bool Accepts(AuditEntry entry)
        => (After is null || entry.At >= After)
            && (Before is null || entry.At < Before)
            && (RequestId is null || entry.RequestId == RequestId)
            && Wildcard.IsMatch(Operations, entry.Operation)
            && Wildcard.IsMatch(Actors, entry.Actor);
}

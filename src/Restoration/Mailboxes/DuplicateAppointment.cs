using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Mailboxes;

/// <summary>One of some appointments that are as good as the same.</summary>
public sealed record DuplicateAppointment
{
    /// <summary>The number of the group of those that are alike, from 1.</summary>
    public required int Group { get; init; }

    /// <summary>The place in the group, from 1. The first has the highest sequence number, was changed last, or came first.</summary>
    public required int Position { get; init; }

    /// <summary>How many the group has.</summary>
    public required int GroupSize { get; init; }

    /// <summary>How much it is like the first of the group, of 1.</summary>
    public required double Score { get; init; }

    /// <summary>What they share; null for the first of the group.</summary>
    public MatchRung? MatchedBy { get; init; }

    /// <summary>Whether nothing that a restore would bring back tells it from the first of the group.</summary>
    public required bool IsIdentical { get; init; }

    /// <summary>The mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>The number of the appointment in the store.</summary>
    public required long ItemId { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>When it starts.</summary>
    public CalendarTime? Start { get; init; }

    /// <summary>When it ends.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>The UID.</summary>
    public string? Uid { get; init; }

    /// <summary>Which occurrence of a series it overrides.</summary>
    public string? RecurrenceId { get; init; }

    /// <summary>When it was last changed, as far as it says so.</summary>
    public DateTimeOffset? LastModified { get; init; }
}

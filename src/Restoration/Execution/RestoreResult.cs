using Restoration.Failures;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Execution;

/// <summary>What was done, or in a plan will be done, for one item.</summary>
public sealed record RestoreResult
{
    /// <summary>The request; null in a plan.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>What is done.</summary>
    public required ItemAction Action { get; init; }

    /// <summary>Why.</summary>
    public required ActionReason Reason { get; init; }

    /// <summary>By what the item was recognised.</summary>
    public MatchRung? MatchedBy { get; init; }

    /// <summary>The UID.</summary>
    public string? Uid { get; init; }

    /// <summary>Which occurrence, for an override.</summary>
    public string? RecurrenceId { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it starts.</summary>
    public CalendarTime? Start { get; init; }

    /// <summary>When it ends.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>Whether it lasts whole days.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>Where it goes to, if the destination spans several places.</summary>
    public string? Location { get; init; }

    /// <summary>Which failure it is.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>What there is to say.</summary>
    public string? Detail { get; init; }

    /// <summary>The audit record that it answers.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>What a plan says of an entry.</summary>
    public static RestoreResult Of(PlannedAction action, Location destination)
    {
        Item? item = action.Item ?? action.Source.Item ?? action.Target?.Item;
        return new RestoreResult
        {
            Action = action.Action,
            Reason = action.Reason,
            MatchedBy = action.MatchedBy,
            Uid = item?.Key.Uid,
            RecurrenceId = item?.Key.RecurrenceId,
            Subject = item?.Subject ?? action.Source.Subject ?? "",
            Start = item?.Start,
            End = item?.End,
            IsAllDay = item?.IsAllDay ?? false,
            Location = (action.Place ?? (destination.Kind == LocationKind.Original ? action.Source.Origin : null))?.ToString(),
            Failure = action.Failure,
            Detail = action.Detail,
            Record = action.Source.Record,
        };
    }

    /// <summary>What the journal says of an entry.</summary>
    public static RestoreResult Of(JournalEntry entry) => new()
    {
        RequestId = entry.RequestId,
        Action = entry.Action,
        Reason = entry.Reason,
        MatchedBy = entry.MatchedBy,
        Uid = entry.Uid,
        RecurrenceId = entry.RecurrenceId,
        Subject = entry.Subject,
        Start = entry.Start,
        End = entry.End,
        IsAllDay = entry.IsAllDay,
        Location = entry.Location,
        Failure = entry.Failure,
        Detail = entry.Detail,
        Record = entry.Record,
    };
}

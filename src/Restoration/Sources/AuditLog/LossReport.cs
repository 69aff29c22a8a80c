using System.Globalization;
using Restoration.Failures;

namespace Restoration.Sources.AuditLog;

/// <summary>What an audit log comes to. Every entry is accounted for: entries = losses + the sum of the counts.</summary>
public sealed record LossReport
{
    /// <summary>The losses, in the order of their time.</summary>
    public required IReadOnlyList<Loss> Losses { get; init; }

    /// <summary>The entries that are no loss but worth showing, in the order of their time.</summary>
    public required IReadOnlyList<NotedRecord> Noted { get; init; }

    /// <summary>How many entries are no loss, by reason.</summary>
    public required IReadOnlyDictionary<NoLossReason, long> Counts { get; init; }

    /// <summary>How many records were read.</summary>
    public required long Records { get; init; }

    /// <summary>How many items and folders the records name; a record that names none counts as one.</summary>
    public required long Entries { get; init; }

    /// <summary>What was noticed while the records were read.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What it came to, in one line for people: also why what somebody expected is not among the losses.</summary>
    public string Summary
    {
        get
        {
            IEnumerable<string> rest = Counts.OrderBy(count => count.Key).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}"));
            string none = Counts.Count == 0 ? "" : $"; not restored: {string.Join(", ", rest)}";
            return string.Create(CultureInfo.InvariantCulture, $"{Records} records with {Entries} entries: {Losses.Count} losses{none}.");
        }
    }
}

/// <summary>An entry that is no loss of its own.</summary>
/// <param name="Reason">Why not.</param>
/// <param name="Record">The record.</param>
/// <param name="Mailbox">The mailbox, by user principal name or GUID.</param>
/// <param name="Subject">The item's subject, or the folder's path.</param>
/// <param name="Detail">What there is to say about it.</param>
public sealed record NotedRecord(NoLossReason Reason, RecordReference Record, string? Mailbox, string? Subject, string Detail);

using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>What came of looking for the content of a loss.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Origin">The calendar that it was in.</param>
/// <param name="Items">The content: an appointment, or a series with its overrides; empty if there is none.</param>
/// <param name="Reason">Why there is none, or why it is not certain.</param>
/// <param name="Detail">What there is to say.</param>
/// <param name="BackupId">The backup that it was found in.</param>
internal sealed record FoundLoss(
    Loss Loss, Location? Origin, IReadOnlyList<KeptItem> Items, ActionReason? Reason, string? Detail, Guid? BackupId);

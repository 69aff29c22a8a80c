namespace Restoration.Policies;

/// <summary>What to do and why.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Reason">Why.</param>
public readonly record struct Verdict(ItemAction Action, ActionReason Reason);

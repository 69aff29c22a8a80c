namespace Restoration.Backups.Retention;

/// <summary>A backup, as far as retention is concerned.</summary>
/// <param name="Id">What it is named by.</param>
/// <param name="TakenAt">The moment whose state it holds.</param>
/// <param name="IsVerified">Whether it was read back and found whole. One that was not takes no other's place.</param>
/// <param name="IsHeld">Whether somebody said that it stays.</param>
public sealed record RetentionCandidate(long Id, DateTimeOffset TakenAt, bool IsVerified, bool IsHeld);

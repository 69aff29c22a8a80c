using Restoration.Backups;

namespace Restoration.Console.Output;

/// <summary>A backup that was removed, or that would be.</summary>
/// <param name="Backup">The backup.</param>
/// <param name="IsRemoved">Whether it is gone.</param>
/// <param name="BytesFreed">The bytes of content that went with it; null while it is there.</param>
internal sealed record BackupRemoval(Backup Backup, bool IsRemoved, long? BytesFreed);

namespace Restoration.Storage.Migrations;

/// <summary>A step that a store has taken.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Checksum">What its scripts were then.</param>
/// <param name="AppliedAt">When it was taken.</param>
internal sealed record AppliedMigration(int Version, string Name, string Checksum, DateTimeOffset AppliedAt);

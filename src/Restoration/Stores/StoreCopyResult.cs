namespace Restoration.Stores;

/// <summary>What was copied from one store to another, and found there again.</summary>
/// <param name="Source">The store that was read.</param>
/// <param name="Store">The store that was made.</param>
/// <param name="Tables">How many tables.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Contents">How many items' contents were held against their hashes.</param>
/// <param name="AuditEntries">How many links of the audit trail were computed again.</param>
public sealed record StoreCopyResult(string Source, string Store, int Tables, long Rows, long Contents, long AuditEntries);

/// <summary>How far a copy has come.</summary>
/// <param name="Table">The table that is copied.</param>
/// <param name="Number">Which of the tables it is, counted from 1.</param>
/// <param name="Total">How many tables there are.</param>
/// <param name="Rows">How many rows were copied up to now.</param>
public sealed record StoreCopyProgress(string Table, int Number, int Total, long Rows);

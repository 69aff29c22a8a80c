using System.Data.Common;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Storage.Sql;

/// <summary>Requests as rows of the table restore_requests: first what their runs write, then what administrators say.</summary>
internal static class RequestRows
{
    /// <summary>The columns that a run writes.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "guid", "name", "mailbox", "kind", "status", "source", "destination", "conflict_resolution", "user_name", "undo_of", "options", "fingerprint",
        "position", "total", "created_count", "replaced_count", "updated_count", "deleted_count", "skipped_count", "failed_count", "conflict_count",
        "bytes_transferred", "created_locations", "queued_at", "started_at", "updated_at", "completed_at", "duration_ticks", "failure", "message",
        "configuration_id", "source_mailbox_guid", "target_mailbox_guid", "total_bytes", "large_count", "status_since", "queued_ticks",
        "suspended_ticks", "failed_ticks",
    ];

    /// <summary>The columns of the settings.</summary>
    public static IReadOnlyList<string> SettingsColumns { get; } =
    [
        "batch_name", "priority", "is_suspended", "suspend_comment", "bad_item_limit", "large_item_limit", "accepts_large_loss", "completed_age_limit",
        "expiry_interval",
    ];

    /// <summary>How many columns that are together.</summary>
    public static int Count => Columns.Count + SettingsColumns.Count;

    /// <summary>The values of <see cref="Columns"/>.</summary>
    public static object?[] ValuesOf(RestoreRequest request) =>
    [
        request.RequestId, request.Name, request.Mailbox, request.Kind, request.Status, request.Source, request.Destination,
        request.ConflictResolutionOption, request.User, request.UndoOf, request.Options, request.Fingerprint, request.Position, request.Total,
        request.Counts.Created, request.Counts.Replaced, request.Counts.Updated, request.Counts.Deleted, request.Counts.Skipped,
        request.Counts.Failed, request.Counts.Conflicts, request.BytesTransferred, StoredJson.Write(request.CreatedLocations),
        request.QueuedAt, request.StartedAt, request.UpdatedAt, request.CompletedAt, request.Duration.Ticks, request.Failure, request.Message,
        request.ConfigurationId, request.SourceMailboxGuid, request.TargetMailboxGuid, request.TotalBytes, request.LargeItems, request.StatusSince,
        request.Durations.Queued.Ticks, request.Durations.Suspended.Ticks, request.Durations.Failed.Ticks,
    ];

    /// <summary>The values of <see cref="SettingsColumns"/>.</summary>
    public static object?[] ValuesOf(RequestSettings settings) =>
    [
        settings.BatchName, (long)settings.Priority, settings.Suspend, settings.SuspendComment, (long?)settings.BadItemLimit.Count,
        (long?)settings.LargeItemLimit.Count, settings.AcceptLargeDataLoss, settings.CompletedRequestAgeLimit.ToString(),
        settings.RequestExpiryInterval?.ToString(),
    ];

    /// <summary>Reads a request from all columns.</summary>
    public static RestoreRequest Read(DbDataReader reader, SqlDialect dialect) => new()
    {
        RequestId = dialect.ReadGuid(reader, 0),
        Name = reader.GetString(1),
        Mailbox = ItemRows.ReadText(reader, 2),
        Kind = Enum.Parse<RequestKind>(reader.GetString(3)),
        Status = Enum.Parse<RequestStatus>(reader.GetString(4)),
        Source = reader.GetString(5),
        Destination = reader.GetString(6),
        ConflictResolutionOption = Enum.Parse<ConflictResolutionOption>(reader.GetString(7)),
        User = reader.GetString(8),
        UndoOf = ReadGuid(reader, dialect, 9),
        Options = ItemRows.ReadText(reader, 10),
        Fingerprint = ItemRows.ReadText(reader, 11),
        Position = reader.GetInt64(12),
        Total = ItemRows.ReadNumber(reader, 13),
        Counts = ReadCounts(reader, 14),
        BytesTransferred = reader.GetInt64(21),
        CreatedLocations = StoredJson.ReadTexts(reader.GetString(22)),
        QueuedAt = dialect.ReadTime(reader, 23),
        StartedAt = ReadTime(reader, dialect, 24),
        UpdatedAt = dialect.ReadTime(reader, 25),
        CompletedAt = ReadTime(reader, dialect, 26),
        Duration = ReadSpan(reader, 27),
        Failure = reader.IsDBNull(28) ? null : Enum.Parse<FailureCode>(reader.GetString(28)),
        Message = ItemRows.ReadText(reader, 29),
        ConfigurationId = ItemRows.ReadNumber(reader, 30),
        SourceMailboxGuid = ReadGuid(reader, dialect, 31),
        TargetMailboxGuid = ReadGuid(reader, dialect, 32),
        TotalBytes = ItemRows.ReadNumber(reader, 33),
        LargeItems = reader.GetInt64(34),
        StatusSince = ReadTime(reader, dialect, 35),
        Durations = new RequestDurations(ReadSpan(reader, 36), ReadSpan(reader, 37), ReadSpan(reader, 38)),
        Settings = ReadSettings(reader, dialect, Columns.Count),
    };

    private static RequestSettings ReadSettings(DbDataReader reader, SqlDialect dialect, int first) => new()
    {
        BatchName = ItemRows.ReadText(reader, first),
        Priority = (RequestPriority)reader.GetInt64(first + 1),
        Suspend = dialect.ReadBoolean(reader, first + 2),
        SuspendComment = ItemRows.ReadText(reader, first + 3),
        BadItemLimit = ReadLimit(reader, first + 4),
        LargeItemLimit = ReadLimit(reader, first + 5),
        AcceptLargeDataLoss = dialect.ReadBoolean(reader, first + 6),
        CompletedRequestAgeLimit = AgeLimit.Parse(reader.GetString(first + 7)),
        RequestExpiryInterval = ItemRows.ReadText(reader, first + 8) is { } expiry ? AgeLimit.Parse(expiry) : null,
    };

    private static ItemLimit ReadLimit(DbDataReader reader, int column)
        => ItemRows.ReadNumber(reader, column) is { } limit ? new ItemLimit((int)limit) : ItemLimit.Unlimited;

    private static RestoreCounts ReadCounts(DbDataReader reader, int first)
    {
        long[] counts = [.. Enumerable.Range(first, 7).Select(reader.GetInt64)];
        return new RestoreCounts(counts[..6].Sum(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    private static Guid? ReadGuid(DbDataReader reader, SqlDialect dialect, int column) => reader.IsDBNull(column) ? null : dialect.ReadGuid(reader, column);

    private static DateTimeOffset? ReadTime(DbDataReader reader, SqlDialect dialect, int column) => reader.IsDBNull(column) ? null : dialect.ReadTime(reader, column);

    private static TimeSpan ReadSpan(DbDataReader reader, int column) => new(reader.GetInt64(column));
}

using System.Data.Common;
using System.Text.Json;
using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The tables backup_plans and backup_copies.</summary>
internal sealed class SqlBackupPlans(SqlSession session) : IBackupPlanStore
{
    private const string Columns =
        "guid, name, name_key, description, calendars, file_pattern, format, include_metadata, schedule, time_zone, retention, is_active, user_name, "
        + "created_at, updated_at, status, last_run_at, last_success_at, next_run_at, last_error";

    private const string CopyColumns =
        "c.id, c.mailbox, c.path, c.taken_at, b.guid, c.file, c.fingerprint, c.item_count, c.size, c.digest, c.verified_at, COALESCE(b.is_held, FALSE)";

    public async ValueTask AddAsync(BackupPlan plan, CancellationToken cancellation)
        => await session.ExecuteAsync(
            $"INSERT INTO backup_plans ({Columns}) VALUES ({string.Join(", ", Enumerable.Range(0, 20).Select(i => $"@{i}"))})",
            cancellation,
            Values(plan)).ConfigureAwait(false);

    public async ValueTask UpdateAsync(BackupPlan plan, CancellationToken cancellation)
    {
        string sets = string.Join(", ", Columns.Split(", ").Select((column, i) => $"{column} = @{i}").Skip(1));
        await session.ExecuteAsync($"UPDATE backup_plans SET {sets} WHERE guid = @0", cancellation, Values(plan)).ConfigureAwait(false);
    }

    public ValueTask<BackupPlan?> GetAsync(Guid planId, CancellationToken cancellation)
        => session.FirstAsync($"SELECT {Columns} FROM backup_plans WHERE guid = @0", Read, cancellation, planId);

    public async ValueTask<IReadOnlyList<BackupPlan>> ListAsync(CancellationToken cancellation)
        => await session.QueryAsync($"SELECT {Columns} FROM backup_plans ORDER BY name_key", Read, cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<BackupPlan>> ListDueAsync(DateTimeOffset now, CancellationToken cancellation)
        => await session.QueryAsync(
            $"SELECT {Columns} FROM backup_plans WHERE is_active AND next_run_at <= @0 ORDER BY next_run_at, id", Read, cancellation, now).ConfigureAwait(false);

    public async ValueTask RemoveAsync(Guid planId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM backup_plans WHERE guid = @0", cancellation, planId).ConfigureAwait(false);

    public async ValueTask<BackupCopy> AddCopyAsync(BackupCopy copy, CancellationToken cancellation)
    {
        long id = await session.FirstAsync(
            """
            INSERT INTO backup_copies (plan_id, mailbox, path, taken_at, backup_id, file, fingerprint, item_count, size, digest, verified_at)
            VALUES ((SELECT id FROM backup_plans WHERE guid = @0), @1, @2, @3, (SELECT id FROM backups WHERE guid = @4), @5, @6, @7, @8, @9, @10)
            RETURNING id
            """,
            reader => reader.GetInt64(0),
            cancellation,
            copy.PlanId,
            copy.Mailbox,
            copy.Folder.ToString(),
            copy.TakenAt,
            copy.BackupId,
            copy.File,
            copy.Fingerprint,
            copy.ItemCount,
            copy.Size,
            copy.Digest,
            copy.VerifiedAt).ConfigureAwait(false);
        return copy with { Id = id };
    }

    public async ValueTask VerifyCopyAsync(long copyId, DateTimeOffset verifiedAt, CancellationToken cancellation)
        => await session.ExecuteAsync("UPDATE backup_copies SET verified_at = @1 WHERE id = @0", cancellation, copyId, verifiedAt).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<BackupCopy>> ListCopiesAsync(Guid planId, CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT {CopyColumns} FROM backup_plans p JOIN backup_copies c ON c.plan_id = p.id LEFT JOIN backups b ON b.id = c.backup_id
            WHERE p.guid = @0 ORDER BY c.taken_at DESC, c.id DESC
            """,
            reader => ReadCopy(reader, planId),
            cancellation,
            planId).ConfigureAwait(false);

    public async ValueTask RemoveCopyAsync(long copyId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM backup_copies WHERE id = @0", cancellation, copyId).ConfigureAwait(false);

    private static object?[] Values(BackupPlan plan) =>
    [
        plan.PlanId, plan.Name, plan.Name.ToLowerInvariant(), plan.Description, plan.Calendars, plan.FilePattern, plan.Format,
        plan.IncludeMetadata, plan.Schedule, plan.TimeZone, JsonSerializer.Serialize(plan.Retention), plan.IsActive, plan.User,
        plan.CreatedAt, plan.UpdatedAt, plan.Status, plan.LastRunAt, plan.LastSuccessAt, plan.NextRunAt, plan.LastError,
    ];

    private BackupPlan Read(DbDataReader reader) => new()
    {
        PlanId = session.Dialect.ReadGuid(reader, 0),
        Name = reader.GetString(1),
        Description = ItemRows.ReadText(reader, 3),
        Calendars = JsonSerializer.Deserialize<string[]>(reader.GetString(4)) ?? [],
        FilePattern = ItemRows.ReadText(reader, 5),
        Format = ItemRows.ReadText(reader, 6),
        IncludeMetadata = session.Dialect.ReadBoolean(reader, 7),
        Schedule = ItemRows.ReadText(reader, 8),
        TimeZone = reader.GetString(9),
        Retention = JsonSerializer.Deserialize<RetentionRules>(reader.GetString(10)) ?? RetentionRules.KeepAll,
        IsActive = session.Dialect.ReadBoolean(reader, 11),
        User = reader.GetString(12),
        CreatedAt = session.Dialect.ReadTime(reader, 13),
        UpdatedAt = session.Dialect.ReadTime(reader, 14),
        Status = Enum.Parse<BackupPlanStatus>(reader.GetString(15)),
        LastRunAt = ReadTime(reader, 16),
        LastSuccessAt = ReadTime(reader, 17),
        NextRunAt = ReadTime(reader, 18),
        LastError = ItemRows.ReadText(reader, 19),
    };

    private BackupCopy ReadCopy(DbDataReader reader, Guid planId) => new()
    {
        Id = reader.GetInt64(0),
        PlanId = planId,
        Mailbox = reader.GetString(1),
        Folder = FolderPath.Parse(reader.GetString(2)),
        TakenAt = session.Dialect.ReadTime(reader, 3),
        BackupId = reader.IsDBNull(4) ? null : session.Dialect.ReadGuid(reader, 4),
        File = ItemRows.ReadText(reader, 5),
        Fingerprint = ItemRows.ReadText(reader, 6),
        ItemCount = reader.GetInt64(7),
        Size = reader.GetInt64(8),
        Digest = SqlDialect.ReadHash(reader, 9),
        VerifiedAt = ReadTime(reader, 10),
        IsHeld = session.Dialect.ReadBoolean(reader, 11),
    };

    private DateTimeOffset? ReadTime(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : session.Dialect.ReadTime(reader, column);
}

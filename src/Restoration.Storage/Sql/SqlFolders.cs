using System.Data.Common;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The tables mailboxes and folders. What is compared without case has a key column beside it.</summary>
internal sealed class SqlFolders(SqlSession session) : IFolderStore
{
    private const string MailboxColumns = "m.id, m.guid, m.address, m.alias, m.display_name, m.created_at, "
        + "m.user_principal_name, m.kind, m.archive_of, m.quota, m.max_item_size, m.holds";
    private const string FolderColumns = "f.id, f.mailbox_id, m.address, f.path, f.kind, f.properties, f.created_at, f.well_known";
    private const string ItemCount = "(SELECT count(*) FROM items i WHERE i.folder_id = f.id)";

    public async ValueTask<IReadOnlyList<Mailbox>> FindMailboxesAsync(string? identity, CancellationToken cancellation)
    {
        if (identity is null)
        {
            return await session.QueryAsync($"SELECT {MailboxColumns} FROM mailboxes m ORDER BY m.address_key", ReadMailbox, cancellation).ConfigureAwait(false);
        }

        return Guid.TryParse(identity, out Guid guid)
            ? await session.QueryAsync($"SELECT {MailboxColumns} FROM mailboxes m WHERE m.guid = @0", ReadMailbox, cancellation, guid).ConfigureAwait(false)
            : await session.QueryAsync(
                $"SELECT {MailboxColumns} FROM mailboxes m WHERE m.address_key = @0 OR m.alias_key = @0 OR m.display_name_key = @0 OR m.user_principal_name_key = @0 ORDER BY m.address_key",
                ReadMailbox,
                cancellation,
                Key(identity)).ConfigureAwait(false);
    }

    public async ValueTask<Mailbox> AddMailboxAsync(string address, Guid mailboxGuid, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        int at = address.IndexOf('@', StringComparison.Ordinal);
        string alias = at > 0 ? address[..at] : address;
        return await session.FirstAsync(
            $"""
            INSERT INTO mailboxes AS m (guid, address, address_key, alias, alias_key, display_name, display_name_key, created_at)
            VALUES (@0, @1, @2, @3, @4, @1, @2, @5) RETURNING {MailboxColumns.Replace("m.", "", StringComparison.Ordinal)}
            """,
            ReadMailbox,
            cancellation,
            mailboxGuid,
            address,
            Key(address),
            alias,
            Key(alias),
            createdAt).ConfigureAwait(false) ?? throw new InvalidOperationException("The mailbox was not added.");
    }

    public async ValueTask SetMailboxAsync(Mailbox mailbox, CancellationToken cancellation)
        => await session.ExecuteAsync(
            """
            UPDATE mailboxes SET alias = @1, alias_key = @2, display_name = @3, display_name_key = @4, user_principal_name = @5,
              user_principal_name_key = @6, kind = @7, archive_of = @8, quota = @9, max_item_size = @10, holds = @11
            WHERE id = @0
            """,
            cancellation,
            mailbox.Id,
            mailbox.Alias,
            Key(mailbox.Alias),
            mailbox.DisplayName,
            Key(mailbox.DisplayName),
            mailbox.UserPrincipalName,
            mailbox.UserPrincipalName is { } name ? Key(name) : null,
            mailbox.Kind,
            mailbox.ArchiveOf,
            mailbox.Quota,
            mailbox.MaxItemSize,
            StoredJson.Write(mailbox.Holds)).ConfigureAwait(false);

    public async ValueTask RemoveMailboxAsync(long mailboxId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM mailboxes WHERE id = @0", cancellation, mailboxId).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Folder>> ListAsync(long? mailboxId, CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT {FolderColumns}, {ItemCount}
            FROM folders f JOIN mailboxes m ON m.id = f.mailbox_id
            WHERE @0 = 0 OR f.mailbox_id = @0 ORDER BY m.address_key, f.path_key
            """,
            reader => ReadFolder(reader) with { ItemCount = reader.GetInt64(8) },
            cancellation,
            mailboxId ?? 0).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Folder>> MeasureAsync(long mailboxId, CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT {FolderColumns}, {ItemCount},
              (SELECT CAST(COALESCE(sum(c.size), 0) AS BIGINT) FROM items i JOIN contents c ON c.id = i.content_id WHERE i.folder_id = f.id)
            FROM folders f JOIN mailboxes m ON m.id = f.mailbox_id WHERE f.mailbox_id = @0 ORDER BY f.path_key
            """,
            reader => ReadFolder(reader) with { ItemCount = reader.GetInt64(8), Size = reader.GetInt64(9) },
            cancellation,
            mailboxId).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Folder>> FindAsync(long mailboxId, FolderPath path, CancellationToken cancellation)
    {
        List<Folder> named = await session.QueryAsync(
            $"""
            SELECT {FolderColumns} FROM folders f JOIN mailboxes m ON m.id = f.mailbox_id
            WHERE f.mailbox_id = @0 AND f.name_key = @1 ORDER BY f.path_key
            """,
            ReadFolder,
            cancellation,
            mailboxId,
            Key(path.Name)).ConfigureAwait(false);
        Folder[] exact = [.. named.Where(folder => folder.Path == path)];
        return exact.Length > 0 ? exact : path.IsBareName ? named : [];
    }

    public async ValueTask<Folder> AddAsync(Mailbox mailbox, FolderPath path, FolderKind kind, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        WellKnownFolder? usual = WellKnownFolders.Find(path);
        (long id, string? wellKnown) = await session.FirstAsync(
            """
            INSERT INTO folders (mailbox_id, path, path_key, name_key, kind, properties, created_at, well_known)
            VALUES (@0, @1, @2, @3, @4, '[]', @5, CASE WHEN EXISTS (SELECT 1 FROM folders WHERE mailbox_id = @0 AND well_known = @6) THEN NULL ELSE @6 END)
            RETURNING id, well_known
            """,
            reader => (reader.GetInt64(0), ItemRows.ReadText(reader, 1)),
            cancellation,
            mailbox.Id,
            path.ToString(),
            Key(path.ToString()),
            Key(path.Name),
            kind,
            createdAt,
            usual?.ToString()).ConfigureAwait(false);
        return new Folder
        {
            Id = id,
            MailboxId = mailbox.Id,
            Mailbox = mailbox.Address,
            Path = path,
            Kind = kind,
            WellKnown = wellKnown is null ? null : usual,
            CreatedAt = createdAt,
        };
    }

    public async ValueTask SetWellKnownAsync(long folderId, WellKnownFolder? wellKnown, CancellationToken cancellation)
        => await session.ExecuteAsync("UPDATE folders SET well_known = @1 WHERE id = @0", cancellation, folderId, wellKnown?.ToString()).ConfigureAwait(false);

    public async ValueTask SetPropertiesAsync(long folderId, IReadOnlyList<CalendarProperty> properties, CancellationToken cancellation)
        => await session.ExecuteAsync(
            "UPDATE folders SET properties = @1 WHERE id = @0", cancellation, folderId, PropertiesJson.Write(properties)).ConfigureAwait(false);

    public async ValueTask RemoveAsync(long folderId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM folders WHERE id = @0", cancellation, folderId).ConfigureAwait(false);

    private static string Key(string text) => text.Trim().ToLowerInvariant();

    private Mailbox ReadMailbox(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        MailboxGuid = session.Dialect.ReadGuid(reader, 1),
        Address = reader.GetString(2),
        Alias = reader.GetString(3),
        DisplayName = reader.GetString(4),
        CreatedAt = session.Dialect.ReadTime(reader, 5),
        UserPrincipalName = ItemRows.ReadText(reader, 6),
        Kind = Enum.Parse<MailboxKind>(reader.GetString(7)),
        ArchiveOf = ItemRows.ReadNumber(reader, 8),
        Quota = ItemRows.ReadNumber(reader, 9),
        MaxItemSize = ItemRows.ReadNumber(reader, 10),
        Holds = StoredJson.ReadTexts(reader.GetString(11)),
    };

    private Folder ReadFolder(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        MailboxId = reader.GetInt64(1),
        Mailbox = reader.GetString(2),
        Path = FolderPath.Parse(reader.GetString(3)),
        Kind = Enum.Parse<FolderKind>(reader.GetString(4)),
        Properties = PropertiesJson.Read(reader.GetString(5)),
        CreatedAt = session.Dialect.ReadTime(reader, 6),
        WellKnown = reader.IsDBNull(7) ? null : Enum.Parse<WellKnownFolder>(reader.GetString(7)),
    };
}

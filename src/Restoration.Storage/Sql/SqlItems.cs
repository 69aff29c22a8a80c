using System.Data.Common;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The table items.</summary>
internal sealed class SqlItems(SqlSession session, SqlContents contents) : IItemStore
{
    private readonly string _byImmutableId = Find(session.Dialect.TextTable("@0"), "immutable_id");
    private readonly string _byUid = Find(session.Dialect.TextTable("@0"), "uid");
    private readonly string _byNaturalKey = Find(session.Dialect.HashTable("@0"), "natural_key");

    private readonly string _byId = $"""
        SELECT i.id, i.folder_id, {ItemRows.Columns}
        FROM {session.Dialect.TextTable("@0")} k CROSS JOIN items i CROSS JOIN contents c
        WHERE i.id = CAST(k.v AS BIGINT) AND c.id = i.content_id
        """;

    public async ValueTask<IReadOnlyList<Match>> FindAsync(long folderId, IReadOnlyList<ItemKey> keys, CancellationToken cancellation)
    {
        Match[] matches = new Match[keys.Count];
        Array.Fill(matches, Match.None);
        await ClimbAsync(MatchRung.ImmutableId, _byImmutableId, i => keys[i].ImmutableId is not null, Texts(key => key.ImmutableId)).ConfigureAwait(false);
        await ClimbAsync(MatchRung.Uid, _byUid, i => keys[i].Uid is not null, Texts(key => key.Uid)).ConfigureAwait(false);
        await ClimbAsync(MatchRung.NaturalKey, _byNaturalKey, i => keys[i].NaturalKey != default, Hashes).ConfigureAwait(false);
        return matches;

        Func<int[], object> Texts(Func<ItemKey, string?> part) => asked => (IReadOnlyCollection<string>)[.. asked.Select(i => part(keys[i])!)];

        object Hashes(int[] asked) => (IReadOnlyCollection<ContentHash>)[.. asked.Select(i => keys[i].NaturalKey)];

        bool Fits(MatchRung rung, int index, Item item)
            => rung != MatchRung.Uid || string.Equals(item.Key.RecurrenceId, keys[index].RecurrenceId, StringComparison.Ordinal);

        // Looks up by one rung whatever no stronger rung has found.
        async ValueTask ClimbAsync(MatchRung rung, string sql, Predicate<int> has, Func<int[], object> values)
        {
            int[] asked = [.. Enumerable.Range(0, keys.Count).Where(i => matches[i].Items.Count == 0 && has(i))];
            if (asked.Length == 0)
            {
                return;
            }

            List<(long Position, ExistingItem Existing)> rows = await session.QueryAsync(sql, Read, cancellation, values(asked), folderId).ConfigureAwait(false);
            foreach (IGrouping<long, ExistingItem> group in rows.GroupBy(row => row.Position, row => row.Existing))
            {
                int index = asked[group.Key];
                ExistingItem[] fitting = [.. group.Where(existing => Fits(rung, index, existing.Item)).OrderBy(existing => existing.Id.Length).ThenBy(existing => existing.Id, StringComparer.Ordinal)];
                matches[index] = fitting.Length > 0 ? new Match(rung, fitting) : Match.None;
            }
        }
    }

    public async ValueTask<IReadOnlyList<StoredItem?>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        string[] texts = [.. ids.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        List<StoredItem> rows = await session.QueryAsync(_byId, ReadStored, cancellation, (IReadOnlyCollection<string>)texts).ConfigureAwait(false);
        Dictionary<long, StoredItem> byId = rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id);
        return [.. ids.Select(byId.GetValueOrDefault)];
    }

    public async ValueTask<IReadOnlyList<StoredItem>> ReadAsync(long folderId, long afterId, int limit, CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT i.id, i.folder_id, {ItemRows.Columns}
            FROM items i JOIN contents c ON c.id = i.content_id
            WHERE i.folder_id = @0 AND i.id > @1 ORDER BY i.id LIMIT @2
            """,
            ReadStored,
            cancellation,
            folderId,
            afterId,
            (long)limit).ConfigureAwait(false);

    public async ValueTask<long> AddAsync(long folderId, Item item, long? id, CancellationToken cancellation)
    {
        await contents.AddAsync(item, cancellation).ConfigureAwait(false);
        long? added = id is { } given
            ? await session.InsertAsync(
                "INSERT INTO items (id, folder_id, content_id) VALUES (@0, @1, (SELECT id FROM contents WHERE hash = @2)) RETURNING id",
                cancellation, given, folderId, item.ContentHash).ConfigureAwait(false)
            : await session.InsertAsync(
                "INSERT INTO items (folder_id, content_id) VALUES (@0, (SELECT id FROM contents WHERE hash = @1)) RETURNING id",
                cancellation, folderId, item.ContentHash).ConfigureAwait(false);
        return added ?? throw SqlContents.Missing(item);
    }

    public async ValueTask SetAsync(long id, Item item, CancellationToken cancellation)
    {
        await contents.AddAsync(item, cancellation).ConfigureAwait(false);
        Expect(
            await session.ExecuteAsync(
                "UPDATE items SET content_id = (SELECT id FROM contents WHERE hash = @1) WHERE id = @0", cancellation, id, item.ContentHash).ConfigureAwait(false),
            item.Subject);
    }

    public async ValueTask DeleteAsync(long id, CancellationToken cancellation)
        => Expect(await session.ExecuteAsync("DELETE FROM items WHERE id = @0", cancellation, id).ConfigureAwait(false), $"item {id}");

    private static void Expect(int changed, string item)
    {
        if (changed != 1)
        {
            throw new RestorationException(FailureCode.Conflict, $"'{item}' is not there any more.", item);
        }
    }

    // CROSS JOIN keeps SQLite to this order: from the few keys to their contents to the items, never through the whole folder.
    private static string Find(string keys, string column) => $"""
        SELECT k.i, i.id, {ItemRows.Columns}
        FROM {keys} k CROSS JOIN contents c CROSS JOIN items i
        WHERE c.{column} = k.v AND i.content_id = c.id AND i.folder_id = @1
        """;

    private (long Position, ExistingItem Existing) Read(DbDataReader reader) => (
        reader.GetInt64(0),
        new ExistingItem(
            reader.GetInt64(1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ItemRows.Read(reader, session.Dialect, 2)));

    private StoredItem ReadStored(DbDataReader reader)
        => new(reader.GetInt64(0), reader.GetInt64(1), ItemRows.Read(reader, session.Dialect, 2));
}

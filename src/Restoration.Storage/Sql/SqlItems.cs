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
        FROM {session.Dialect.TextTable("@0")} k JOIN items i ON i.id = CAST(k.v AS BIGINT) JOIN contents c ON c.hash = i.content_hash
        """;

    public async ValueTask<IReadOnlyList<Match>> FindAsync(long folderId, IReadOnlyList<ItemKey> keys, CancellationToken cancellation)
    {
        Match[] matches = new Match[keys.Count];
        Array.Fill(matches, Match.None);
        int[] left = [.. Enumerable.Range(0, keys.Count)];
        left = await ClimbAsync(MatchRung.ImmutableId, _byImmutableId, left, i => keys[i].ImmutableId, (_, _) => true).ConfigureAwait(false);
        left = await ClimbAsync(MatchRung.Uid, _byUid, left, i => keys[i].Uid, IsSameOccurrence).ConfigureAwait(false);
        await ClimbAsync(
            MatchRung.NaturalKey, _byNaturalKey, left, i => keys[i].NaturalKey == default ? null : (ContentHash?)keys[i].NaturalKey, (_, _) => true).ConfigureAwait(false);
        return matches;

        bool IsSameOccurrence(int index, Item item) => string.Equals(item.Key.RecurrenceId, keys[index].RecurrenceId, StringComparison.Ordinal);

        // Looks the rest up by one rung, and returns what is left for the next.
        async ValueTask<int[]> ClimbAsync<T>(MatchRung rung, string sql, int[] indexes, Func<int, T?> key, Func<int, Item, bool> fits)
        {
            int[] asked = [.. indexes.Where(i => key(i) is not null)];
            if (asked.Length == 0)
            {
                return indexes;
            }

            IReadOnlyCollection<T> values = [.. asked.Select(i => key(i)!)];
            List<(long Position, ExistingItem Existing)> rows = await session.QueryAsync(sql, Read, cancellation, values, folderId).ConfigureAwait(false);
            foreach (IGrouping<long, ExistingItem> group in rows.GroupBy(row => row.Position, row => row.Existing))
            {
                int index = asked[group.Key];
                ExistingItem[] fitting = [.. group.Where(existing => fits(index, existing.Item))];
                if (fitting.Length > 0)
                {
                    matches[index] = new Match(rung, fitting);
                }
            }

            return [.. indexes.Where(i => matches[i].Items.Count == 0)];
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
            FROM items i JOIN contents c ON c.hash = i.content_hash
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
        return id is { } given
            ? await session.FirstAsync(
                "INSERT INTO items (id, folder_id, content_hash) VALUES (@0, @1, @2) RETURNING id",
                reader => reader.GetInt64(0), cancellation, given, folderId, item.ContentHash).ConfigureAwait(false)
            : await session.FirstAsync(
                "INSERT INTO items (folder_id, content_hash) VALUES (@0, @1) RETURNING id",
                reader => reader.GetInt64(0), cancellation, folderId, item.ContentHash).ConfigureAwait(false);
    }

    public async ValueTask SetAsync(long id, Item item, CancellationToken cancellation)
    {
        await contents.AddAsync(item, cancellation).ConfigureAwait(false);
        Expect(
            await session.ExecuteAsync("UPDATE items SET content_hash = @1 WHERE id = @0", cancellation, id, item.ContentHash).ConfigureAwait(false),
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

    private static string Find(string keys, string column) => $"""
        SELECT k.i, i.id, {ItemRows.Columns}
        FROM {keys} k JOIN contents c ON c.{column} = k.v JOIN items i ON i.content_hash = c.hash AND i.folder_id = @1
        ORDER BY i.id
        """;

    private (long Position, ExistingItem Existing) Read(DbDataReader reader) => (
        reader.GetInt64(0),
        new ExistingItem(
            reader.GetInt64(1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ItemRows.Read(reader, session.Dialect, 2)));

    private StoredItem ReadStored(DbDataReader reader)
        => new(reader.GetInt64(0), reader.GetInt64(1), ItemRows.Read(reader, session.Dialect, 2));
}

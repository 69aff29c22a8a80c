using System.Data.Common;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Storage.Sql;

/// <summary>The table contents.</summary>
internal sealed class SqlContents(SqlSession session) : IContents
{
    private const string Insert = """
        INSERT INTO contents (hash, item_class, uid, recurrence_id, immutable_id, natural_key, comparison_hash, subject,
          start_time, end_time, is_all_day, is_series, series_end, sequence, last_modified, size, content)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16)
        ON CONFLICT (hash) DO NOTHING
        """;

    private readonly string _find = $"SELECT k.i, {ItemRows.Columns} FROM {session.Dialect.HashTable("@0")} k CROSS JOIN contents c WHERE c.hash = k.v";
    private readonly string _load = $"SELECT k.i, c.content FROM {session.Dialect.HashTable("@0")} k CROSS JOIN contents c WHERE c.hash = k.v";

    public async ValueTask<IReadOnlyList<Item>> LoadAsync(IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        ContentHash[] missing = [.. items.Where(item => item.Content.IsEmpty).Select(item => item.ContentHash).Distinct()];
        if (missing.Length == 0)
        {
            return items;
        }

        List<(long Index, byte[] Content)> rows = await session
            .QueryAsync(_load, reader => (reader.GetInt64(0), (byte[])reader.GetValue(1)), cancellation, (IReadOnlyCollection<ContentHash>)missing)
            .ConfigureAwait(false);
        Dictionary<ContentHash, byte[]> contents = rows.ToDictionary(row => missing[row.Index], row => row.Content);
        return [.. items.Select(item => item.Content.IsEmpty ? item with { Content = Check(item, contents) } : item)];
    }

    public async ValueTask<IReadOnlyList<Item?>> FindAsync(IReadOnlyList<ContentHash> hashes, CancellationToken cancellation)
    {
        Item?[] items = new Item?[hashes.Count];
        if (hashes.Count > 0)
        {
            List<(long Index, Item Item)> rows = await session
                .QueryAsync(_find, Read, cancellation, hashes).ConfigureAwait(false);
            rows.ForEach(row => items[row.Index] = row.Item);
        }

        return items;
    }

    public async ValueTask AddAsync(Item item, CancellationToken cancellation)
    {
        if (!item.Content.IsEmpty)
        {
            await session.ExecuteAsync(
                Insert,
                cancellation,
                item.ContentHash,
                item.ItemClass,
                item.Key.Uid,
                item.Key.RecurrenceId,
                item.Key.ImmutableId,
                item.Key.NaturalKey,
                item.ComparisonHash,
                item.Subject,
                item.Start?.ToString(),
                item.End?.ToString(),
                item.IsAllDay,
                item.IsSeries,
                item.SeriesEnd,
                (long)item.Sequence,
                item.LastModified,
                item.Size,
                item.Content).ConfigureAwait(false);
        }
    }

    /// <summary>That the content of an item is not in the store.</summary>
    public static RestorationException Missing(Item item) => Damaged(item, "is missing");

    private (long Index, Item Item) Read(DbDataReader reader) => (reader.GetInt64(0), ItemRows.Read(reader, session.Dialect, 1));

    private static byte[] Check(Item item, Dictionary<ContentHash, byte[]> contents)
        => contents.TryGetValue(item.ContentHash, out byte[]? content)
            ? ContentHash.Of(content) == item.ContentHash
                ? content
                : throw Damaged(item, "is not what was stored")
            : throw Missing(item);

    private static RestorationException Damaged(Item item, string what) => new(
        FailureCode.StoreCorrupt,
        $"The content of '{item.Subject}' ({item.ContentHash}) {what}. Verify the backups to see what else is damaged.",
        item.Key.Uid);
}

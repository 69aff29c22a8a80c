using Restoration.Storage.Sql;

namespace Restoration.Storage.Copying;

/// <summary>The tables of a store, each behind those that it refers to.</summary>
internal static class TableOrder
{
    public static async ValueTask<IReadOnlyList<string>> ReadAsync(SqlSession session, CancellationToken cancellation)
    {
        List<string> tables = await session.QueryAsync(session.Dialect.Tables, row => row.GetString(0), cancellation).ConfigureAwait(false);
        ILookup<string, string> references = (await session
            .QueryAsync(session.Dialect.References, row => (From: row.GetString(0), To: row.GetString(1)), cancellation).ConfigureAwait(false))
            .ToLookup(reference => reference.From, reference => reference.To, StringComparer.Ordinal);
        List<string> order = [];
        tables.ForEach(Visit);
        return order;

        void Visit(string table)
        {
            if (order.Contains(table))
            {
                return;
            }

            foreach (string other in references[table].Where(other => other != table))
            {
                Visit(other);
            }

            order.Add(table);
        }
    }
}

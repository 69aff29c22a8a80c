using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Formats.Csv.Events;
using Restoration.Formats.Tables;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>Reads the appointments of a table, row by row.</summary>
internal sealed class CsvItemReader(Stream stream, ReadOptions options) : IItemReader
{
    /// <inheritdoc/>
    public CalendarInfo Info { get; } = new();

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        TextInput input = await TextInput.OpenAsync(stream, options.FileName, cancellation).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            using CsvTokenizer rows = new(input.Stream, options);
            await rows.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            List<ReadItem> results = [];
            using ICsvRows reader = CsvColumn.IsOwn(rows.Header) ? new OwnRows(rows.Header, options, results) : new ForeignRows(HeaderOf(rows), options, results);
            bool isRow;
            do
            {
                isRow = await rows.ReadAsync(cancellation).ConfigureAwait(false);
                results.AddRange(rows.Findings.Select(finding => new ReadItem(null, finding) { Line = finding.Line ?? 0 }));
                rows.Findings.Clear();
                if (isRow)
                {
                    reader.Read(rows);
                }
                else
                {
                    reader.End();
                }

                for (int i = 0; i < results.Count; i++)
                {
                    yield return results[i];
                }

                results.Clear();
            }
            while (isRow);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TableHeader HeaderOf(CsvTokenizer rows)
    {
        TableHeader header = TableHeader.Read(rows.Header);
        return header.HasAppointments ? header : throw new RestorationException(
            FailureCode.UnsupportedFormat,
            $"'{options.FileName}' is a table, but none of appointments: no columns are called as Outlook, Google Calendar or Graph call a subject and a start. It has: {string.Join(", ", rows.Header)}.",
            options.FileName);
    }
}

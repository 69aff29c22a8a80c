using Restoration.Failures;
using Restoration.Formats.Csv.Events;
using Restoration.Formats.Json.Events;
using Restoration.Formats.Tables;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>Makes items of the rows of our tables.</summary>
internal sealed class OwnRows(IReadOnlyList<string> header, ReadOptions options, List<ReadItem> results) : ICsvRows
{
    private readonly CsvRestore _restore = new(header, DateOrders.Of(options.Culture));
    private readonly EventItemReader _items = new(options);

    /// <inheritdoc/>
    public void Read(CsvTokenizer row)
    {
        try
        {
            Item? item = _items.Read(_restore.Read(row));
            if (item is null)
            {
                Report(row, new Finding(Severity.Error, _items.FaultCode, $"{_items.Fault}; the row was left out."));
                return;
            }

            foreach (Finding finding in _items.Findings)
            {
                Report(row, finding with { Item = item.Key.Uid });
            }

            results.Add(new ReadItem(item, null) { Line = row.Row });
        }
        catch (RestorationException fault)
        {
            Report(row, new Finding(Severity.Error, fault.Code, $"{fault.Message} The row was left out."));
        }
    }

    /// <inheritdoc/>
    public void End()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _restore.Dispose();
        _items.Dispose();
    }

    private void Report(CsvTokenizer row, Finding finding)
        => results.Add(new ReadItem(null, finding with { File = options.FileName, Line = row.Line, Row = row.Row }) { Line = row.Row });
}

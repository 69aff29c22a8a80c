using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.Tables;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>
/// Makes items of the rows of a table that another program wrote. As long as nothing says which number of a date is the month,
/// rows that depend on it wait for one that proves it; so many only, that memory stays bounded.
/// </summary>
internal sealed class ForeignRows(TableHeader header, ReadOptions options, List<ReadItem> results) : ICsvRows
{
    private const int MostWaiting = 10_000;

    private readonly List<(TableRow Row, long Number, long Line)> _waiting = [];
    private DateOrder _order = DateOrders.Of(options.Culture) is DateOrder.Unknown && header.Language is not null ? DateOrder.DayFirst : DateOrders.Of(options.Culture);

    /// <inheritdoc/>
    public void Read(CsvTokenizer row)
    {
        TableRow cells = header.Row(index => Encoding.UTF8.GetString(CsvFormula.Restore(row[index])));
        if (cells.IsEmpty)
        {
            return;
        }

        if (_order == DateOrder.Unknown)
        {
            _order = cells.DateCells.Select(TableMoment.OrderOf).FirstOrDefault(order => order != DateOrder.Unknown);
            bool waits = _order == DateOrder.Unknown && (_waiting.Count > 0 || cells.DateCells.Any(TableMoment.IsAmbiguous));
            if (waits && _waiting.Count < MostWaiting)
            {
                _waiting.Add((cells, row.Row, row.Line));
                return;
            }

            End();
        }

        Make(cells, row.Row, row.Line);
    }

    /// <inheritdoc/>
    public void End()
    {
        foreach ((TableRow row, long number, long line) in _waiting)
        {
            Make(row, number, line);
        }

        _waiting.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Make(TableRow row, long number, long line)
    {
        try
        {
            results.Add(new ReadItem(ItemFactory.FromAppointment(TableAppointment.Read(row, new TableOptions(options.TimeZone, _order))), null) { Line = number });
        }
        catch (RestorationException fault)
        {
            Finding finding = new(Severity.Error, fault.Code, $"{fault.Message} The row was left out.")
            {
                File = options.FileName,
                Line = line,
                Row = number,
                Item = row[TableField.Subject],
            };
            results.Add(new ReadItem(null, finding) { Line = number });
        }
    }
}

namespace Restoration.Formats.Csv;

/// <summary>What looking for the end of a row came to.</summary>
internal enum CsvScan
{
    /// <summary>The row is whole.</summary>
    Complete,

    /// <summary>The row goes on behind the bytes that were given.</summary>
    Incomplete,

    /// <summary>The text ends inside quotes.</summary>
    OpenQuote,

    /// <summary>The row has more cells than a row may have.</summary>
    TooManyCells,

    /// <summary>A cell is longer than a cell may be, or the row than an item.</summary>
    TooLong,
}

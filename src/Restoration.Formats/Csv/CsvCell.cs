namespace Restoration.Formats.Csv;

/// <summary>Where a cell stands in the text of its row.</summary>
/// <param name="Start">Its first byte, without an opening quote.</param>
/// <param name="Length">Its length in bytes, without a closing quote.</param>
/// <param name="HasDoubledQuotes">Whether quotes in it are still doubled.</param>
internal readonly record struct CsvCell(int Start, int Length, bool HasDoubledQuotes);

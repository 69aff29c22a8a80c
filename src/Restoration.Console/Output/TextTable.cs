namespace Restoration.Console.Output;

/// <summary>Prints rows in columns that are as wide as their texts, or cell under cell where the screen is too narrow for that.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">The width of the screen; null for a file, which is as wide as its lines.</param>
internal sealed class TextTable(TextWriter output, int? width)
{
    // So many rows say how wide the columns are: a long table begins to appear before its last row is known.
    private const int Measured = 500;
    private const int Gap = 2;

    /// <summary>Prints all rows.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> PrintAsync(IReadOnlyList<string> headers, IAsyncEnumerable<string[]> rows)
    {
        List<string[]> first = [];
        Action<string[]>? print = null;
        await foreach (string[] row in rows)
        {
            if (print is not null)
            {
                print(row);
                continue;
            }

            first.Add(row);
            if (first.Count == Measured)
            {
                print = Begin(headers, first);
            }
        }

        if (print is null && first.Count > 0)
        {
            Begin(headers, first);
        }

        return first.Count > 0;
    }

    /// <summary>Prints names and what they stand for, one under the other.</summary>
    public void Print(IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> entries)
    {
        int indent = entries.Max(entry => entry.Name.Length) + Gap;
        foreach ((string name, IReadOnlyList<string> lines) in entries)
        {
            output.WriteLine($"{name.PadRight(indent)}{lines.FirstOrDefault()}".TrimEnd());
            foreach (string line in lines.Skip(1))
            {
                output.WriteLine($"{new string(' ', indent)}{line}");
            }
        }
    }

    private Action<string[]> Begin(IReadOnlyList<string> headers, List<string[]> first)
    {
        int[] widths = [.. headers.Select((header, i) => Math.Max(header.Length, first.Max(row => row[i].Length)))];
        bool fits = width is null || widths.Sum() + (Gap * (widths.Length - 1)) <= width;
        Action<string[]> print = fits ? row => PrintRow(row, widths) : row => Stack(headers, row);
        if (fits)
        {
            PrintRow(headers, widths);
            PrintRow([.. widths.Select(length => new string('-', length))], widths);
        }

        first.ForEach(print);
        return print;
    }

    private void PrintRow(IReadOnlyList<string> cells, int[] widths)
        => output.WriteLine(string.Concat(cells.Select((cell, i) => cell.PadRight(widths[i] + Gap))).TrimEnd());

    private void Stack(IReadOnlyList<string> headers, string[] row)
    {
        Print([.. headers.Zip(row).Where(cell => cell.Second.Length > 0).Select(cell => (cell.First, (IReadOnlyList<string>)[cell.Second]))]);
        output.WriteLine();
    }
}

namespace Restoration.Formats.Csv;

/// <summary>Makes items and findings of the rows of one kind of table.</summary>
internal interface ICsvRows : IDisposable
{
    /// <summary>Takes the row that the tokenizer stands on.</summary>
    void Read(CsvTokenizer row);

    /// <summary>Takes the end of the table.</summary>
    void End();
}

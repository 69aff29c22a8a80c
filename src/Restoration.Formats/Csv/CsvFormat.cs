using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Csv.Events;
using Restoration.Formats.Json;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>
/// Tables (RFC 4180). Ours hold an appointment a row and lose nothing (docs/formats.md); read are those of Outlook, Google
/// Calendar, exports of Microsoft Graph and Exchange, and of databases, too.
/// </summary>
public sealed class CsvFormat : IItemFormat
{
    /// <inheritdoc/>
    public string Name => "CSV";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".csv", ".tsv"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => CsvRecognition.Recognises(head);

    /// <inheritdoc/>
    public IItemReader OpenReader(Stream stream, ReadOptions options) => new CsvItemReader(stream, options);

    /// <inheritdoc/>
    public IItemWriter OpenWriter(Stream stream, CalendarInfo info, WriteOptions options) => new CsvItemWriter(stream, options);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindLosses(Item item, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(options);
        if (options.IncludeMetadata)
        {
            return [];
        }

        using CsvProjection projection = new(includeMetadata: false);
        projection.Lay(item);
        using JsonDocument rest = JsonDocument.Parse(projection.Rest.IsEmpty ? "{}"u8.ToArray() : projection.Rest, JsonSyntax.OwnDocument);
        return [.. rest.RootElement.EnumerateObject().Select(member => new Finding(
            Severity.Warning, FailureCode.NotSupported, $"A table without its last column cannot hold all of '{member.Name}'.") { Item = item.Key.Uid ?? item.Subject })];
    }
}

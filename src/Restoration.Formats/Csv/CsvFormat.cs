using System.Collections.Frozen;
using Restoration.Failures;
using Restoration.Formats.Csv.Events;
using Restoration.Formats.Json.Events;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>
/// Tables (RFC 4180). Ours hold an appointment a row and lose nothing (docs/formats.md); read are those of Outlook, Google
/// Calendar, exports of Microsoft Graph and Exchange, and of databases, too.
/// </summary>
public sealed class CsvFormat : IItemFormat
{
    // What is said of the file, not of the calendar in it.
    private static readonly FrozenSet<string> Framing = new[] { "VERSION", "PRODID", "METHOD", "CALSCALE" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
    public IReadOnlyList<Finding> FindLosses(CalendarInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        string[] lost = [.. (info.Name is null ? [] : (string[])["its name"]).Concat(info.Properties.Select(property => property.Name).Where(name => !Framing.Contains(name)))];
        return lost.Length == 0
            ? []
            : [new Finding(Severity.Information, FailureCode.NotSupported, $"A table holds appointments only; of the calendar it loses {string.Join(", ", lost)}.")];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindLosses(Item item, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(options);
        if (MessageLoss.Find(item) is { Count: > 0 } whole)
        {
            return whole;
        }

        if (options.IncludeMetadata)
        {
            return [];
        }

        using CsvProjection projection = new(includeMetadata: false);
        projection.Lay(item);

        // When the item was last written says nothing of the appointment.
        return [.. projection.RestNames.Where(name => name != MemberDefinition.Of(EventMember.Stamp).Text).Select(name => new Finding(
            Severity.Warning, FailureCode.NotSupported, $"A table without its last column cannot hold all of '{name}'.") { Item = item.Key.Uid ?? item.Subject })];
    }
}

using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Graph;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.Json.Events;
using Restoration.Formats.Tables;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>Makes an item of a JSON value of any of the shapes that are known.</summary>
/// <param name="options">How the file is read.</param>
/// <param name="results">Where items and findings go.</param>
internal sealed class JsonValues(ReadOptions options, List<ReadItem> results) : IDisposable
{
    private readonly EventItemReader _own = new(options);
    private readonly JsonDocumentOptions _document = new() { AllowTrailingCommas = true, MaxDepth = JsonSyntax.Reading(options.Limits).MaxDepth };

    /// <summary>How many values are nothing that is known here.</summary>
    public long UnknownCount { get; private set; }

    /// <summary>Reads a value.</summary>
    /// <param name="json">The value.</param>
    /// <param name="shape">What it is.</param>
    /// <param name="line">The line that it begins on.</param>
    public void Read(ReadOnlyMemory<byte> json, JsonShape shape, long line)
    {
        try
        {
            Item? item = shape switch
            {
                JsonShape.Own => ReadOwn(json, line),
                JsonShape.Graph => ReadGraph(json, line),
                JsonShape.Row => ReadRow(json),
                _ => Refuse(line),
            };
            if (item is not null)
            {
                results.Add(new ReadItem(item, null) { Line = line });
            }
        }
        catch (RestorationException fault)
        {
            Report(new Finding(Severity.Error, fault.Code, $"{fault.Message} The appointment was left out.") { Item = fault.Subject }, line);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _own.Dispose();

    private Item? ReadOwn(ReadOnlyMemory<byte> json, long line)
    {
        Item? item = _own.Read(json);
        if (item is null)
        {
            Report(new Finding(Severity.Error, _own.FaultCode, $"{_own.Fault}; the appointment was left out."), line);
            return null;
        }

        foreach (Finding finding in _own.Findings)
        {
            Report(finding with { Item = item.Key.Uid }, line);
        }

        return item;
    }

    private Item? ReadGraph(ReadOnlyMemory<byte> json, long line)
    {
        using JsonDocument document = JsonDocument.Parse(json, _document);
        if (GraphEvent.IsRemoved(document.RootElement))
        {
            Report(new Finding(Severity.Information, FailureCode.InvalidData, "the event was removed since the last page of changes; there is nothing to read of it."), line);
            return null;
        }

        return ItemFactory.FromAppointment(GraphEvent.Read(document.RootElement, options.TimeZone));
    }

    private Item ReadRow(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, _document);
        return ItemFactory.FromAppointment(TableAppointment.Read(JsonRow.Read(document.RootElement), TableOptions.Of(options)));
    }

    private Item? Refuse(long line)
    {
        UnknownCount++;
        Report(new Finding(Severity.Error, FailureCode.ParserError, "the value is no appointment: it has none of the members of one."), line);
        return null;
    }

    private void Report(Finding finding, long line)
        => results.Add(new ReadItem(null, finding with { File = options.FileName, Line = line }) { Line = line });
}

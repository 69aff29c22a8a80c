using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Formats.Json;
using Restoration.Formats.Json.Events;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.JCal;

/// <summary>Reads the components of a calendar in jCal (RFC 7265), one after the other.</summary>
/// <param name="options">How the file is read.</param>
/// <param name="results">Where items and findings go.</param>
internal sealed class JCalReader(ReadOptions options, List<ReadItem> results) : IDisposable
{
    private const string Rule = "RFC 7265 §3";

    private readonly JsonDocumentOptions _syntax = new() { AllowTrailingCommas = true, MaxDepth = JsonSyntax.Reading(options.Limits).MaxDepth };
    private readonly ItemAssembler _assembler = new();
    private readonly ZoneScope _zones = new();
    private readonly FragmentReader _definitions = new();
    private readonly FindingLog _log = new(options.FileName);

    /// <summary>Reads a component: a time zone, or an item.</summary>
    public void ReadComponent(ReadOnlyMemory<byte> json, long line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, _syntax);
            ContentBuilder content = new();
            JCalComponent.Append(content, document.RootElement);
            if (document.RootElement[0].GetString()!.Equals("vtimezone", StringComparison.OrdinalIgnoreCase))
            {
                Define(content.Content);
                return;
            }

            Item item = _assembler.Build(content.Content, _zones);
            foreach (Finding finding in _assembler.Findings)
            {
                results.Add(new ReadItem(null, finding with { File = options.FileName, Line = line, Item = item.Key.Uid }) { Line = line });
            }

            results.Add(new ReadItem(item, null) { Line = line });
        }
        catch (RestorationException fault)
        {
            Finding finding = new(Severity.Error, fault.Code, $"{fault.Message} The component was left out.") { File = options.FileName, Line = line, Rule = Rule };
            results.Add(new ReadItem(null, finding) { Line = line });
        }
    }

    /// <summary>Reads the properties of the calendar.</summary>
    public CalendarInfo ReadInfo(ReadOnlyMemory<byte> json, CalendarInfo info)
    {
        using JsonDocument document = JsonDocument.Parse(json, _syntax);
        foreach (JsonElement element in document.RootElement.EnumerateArray())
        {
            CalendarProperty property = JCalComponent.ReadProperty(element);
            info = property.Name is "X-WR-CALNAME" or "NAME" && info.Name is null
                ? info with { Name = TextValue.Decode(System.Text.Encoding.UTF8.GetBytes(property.Value)) }
                : info with { Properties = [.. info.Properties, property] };
        }

        return info;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _assembler.Dispose();
        _definitions.Dispose();
    }

    private void Define(ReadOnlyMemory<byte> definition)
    {
        _definitions.Open(definition);
        if (_definitions.Next() is { } zone)
        {
            _zones.Define(zone, _log);
        }

        while (_log.TryTake(out Finding? finding))
        {
            results.Add(new ReadItem(null, finding));
        }
    }
}

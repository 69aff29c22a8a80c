using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>Whole events of a file that there is nothing to say about, so that it makes no difference what stands before and behind them.</summary>
/// <param name="Length">How many bytes they take.</param>
/// <param name="Lines">How many lines of the file they take.</param>
/// <param name="Items">The items, each with its line counted from the first of these.</param>
internal sealed record DecodedChunk(int Length, long Lines, IReadOnlyList<ReadItem> Items)
{
    /// <summary>Reads events, on any thread.</summary>
    /// <param name="text">The text from one border to another.</param>
    /// <param name="limits">What no component may exceed.</param>
    /// <param name="zones">The zones of the file so far, which nobody changes meanwhile.</param>
    /// <returns>
    /// Null if anything is to be said of them, or hangs on what was read before: then they have to be read in their turn.
    /// </returns>
    public static DecodedChunk? Read(ReadOnlyMemory<byte> text, ReadLimits limits, ZoneScope zones)
    {
        using InputBuffer input = new();
        input.Lay(text);
        FindingLog findings = new(null);
        using ComponentReader components = new(input, limits, findings, isFragment: true);
        ItemBuilder builder = new(zones.Copy(), findings);
        List<ReadItem> items = [];
        ComponentStatus status;
        while ((status = components.Read()) == ComponentStatus.Component)
        {
            Component component = components.Current;
            if (!ComponentNames.IsEvent(component.Name) || component.LineCount <= 2)
            {
                return null;
            }

            Item item = builder.Build(component);
            if (findings.Count > 0 || builder.HasUnknownZone)
            {
                return null;
            }

            items.Add(new ReadItem(item, null) { Line = component.LineNumber });
        }

        return status == ComponentStatus.EndOfInput && findings.Count == 0 ? new DecodedChunk(text.Length, components.LinesRead, items) : null;
    }
}

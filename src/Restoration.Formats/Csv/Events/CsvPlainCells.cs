using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.Json.Events;
using Restoration.Formats.Text;

namespace Restoration.Formats.Csv.Events;

/// <summary>
/// Takes the cells that are the same as a property straight from it: texts, numbers and times that a column holds whole. They are
/// most of an appointment, and need not become JSON to be cells.
/// </summary>
internal sealed class CsvPlainCells
{
    private readonly TextScratch _texts = new();

    /// <summary>Makes the cell of a member that a property stands for.</summary>
    /// <param name="parts">The appointment.</param>
    /// <param name="member">The member.</param>
    /// <param name="cells">The row.</param>
    /// <param name="index">The cell; that of a time's zone follows.</param>
    /// <returns>False if a cell cannot hold the member, or its text is another than that of the property. Then there is no cell.</returns>
    public bool TryLay(EventParts parts, EventMember member, CsvCells cells, int index)
    {
        ref readonly ContentLine line = ref parts.Component.Lines[parts[member]];
        ReadOnlySpan<byte> value = parts.Component.Value(in line);
        switch (MemberDefinition.Of(member).Kind)
        {
            case MemberKind.Number:
                cells.Append(value);
                cells.End(index);
                return true;
            case MemberKind.Text:
                return TryLayText(_texts.Decode(value), cells, index);
            case MemberKind.Raw:
                return TryLayText(value, cells, index);
            case MemberKind.Instant when TimeValue.TryParse(value, out TimeValue instant):
                LayTime(in instant, cells, index);
                return true;
            case MemberKind.Time when TimeValue.TryParse(value, out TimeValue time):
                return TryLayZoned(in time, TimeJson.ZoneOf(parts.Component, in line), cells, index);
            default:
                return false;
        }
    }

    private static bool TryLayText(ReadOnlySpan<byte> text, CsvCells cells, int index)
    {
        if (!CsvText.IsStable(text))
        {
            return false;
        }

        cells.Append(text);
        cells.End(index);
        return true;
    }

    private static bool TryLayZoned(in TimeValue time, ReadOnlySpan<byte> zone, CsvCells cells, int index)
    {
        bool isLocal = !time.IsDate && !time.IsUtc;
        if (isLocal && (zone.IsEmpty || zone.Contains((byte)'^') || !CsvText.IsTrimmed(zone)))
        {
            return false;
        }

        LayTime(in time, cells, index);
        cells.Append(isLocal ? zone : default);
        cells.End(index + 1);
        return true;
    }

    private static void LayTime(in TimeValue time, CsvCells cells, int index)
    {
        Span<byte> text = stackalloc byte[32];
        cells.Append(text[..IsoTime.Write(in time, text)]);
        cells.End(index);
    }
}

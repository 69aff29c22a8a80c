using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// What of an item is compared: everything that is restored, but not the ids, nor the time stamps of writing, nor what only
/// this program reads.
/// </summary>
internal sealed class ItemCanonicalizer
{
    private readonly CanonicalLines _lines = new();
    private readonly PropertyCanonicalizer _properties;
    private readonly List<(int Begin, CanonicalLines.Mark Mark)> _nested = [];

    /// <summary>Makes an empty one.</summary>
    public ItemCanonicalizer() => _properties = new PropertyCanonicalizer(_lines);

    /// <summary>Writes all that is compared.</summary>
    /// <returns>The lines; valid until the next call.</returns>
    public CanonicalLines Write(PropertyIndex properties, in ItemTimes times, ZoneScope zones)
    {
        Component component = properties.Component;
        _lines.Clear();
        _lines.AppendUpper(component.Name);
        _lines.Append(CanonicalLines.ValueMark);
        _lines.EndLine(null);
        WriteTimes(in times);
        WriteClassification(properties);
        for (int index = 1; index < component.LineCount - 1; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            switch (line.Kind)
            {
                case LineKind.Begin:
                    _nested.Add((index, _lines.Here));
                    break;
                case LineKind.End:
                    Gather(component);
                    break;
                default:
                    if (IsCompared(properties, in line, in times))
                    {
                        _properties.Write(component, in line, zones);
                    }

                    break;
            }
        }

        return _lines;
    }

    /// <summary>Writes how a series recurs.</summary>
    /// <returns>The canonical recurrence; null for a single appointment.</returns>
    public string? WriteRecurrence(PropertyIndex properties, in ItemTimes times, ZoneScope zones)
    {
        if (!properties.IsSeries)
        {
            return null;
        }

        _lines.Clear();
        foreach (ref readonly ContentLine line in properties.Component.Lines)
        {
            if (line is { Depth: 1, Kind: LineKind.Property, Property: PropertyId.RecurrenceRule or PropertyId.ExceptionRule or PropertyId.RecurrenceDates or PropertyId.ExceptionDates })
            {
                _properties.Write(properties.Component, in line, zones);
            }
        }

        return Encoding.UTF8.GetString(_lines.ToSorted()) + times.Start?.Zone?.Identity;
    }

    private void WriteTimes(in ItemTimes times)
    {
        if (times.Start is { } start)
        {
            _properties.Write(PropertyId.Start, start);
        }

        if (times.End is { } end)
        {
            _properties.Write(PropertyId.End, end);
        }

        if (times.IsAllDay)
        {
            _lines.Append(PropertyDefinition.Of(PropertyId.AllDayEvent).Name);
            _lines.Append(CanonicalLines.ValueMark);
            _lines.EndLine(PartNames.AllDay);
        }
    }

    private void Gather(Component component)
    {
        (int begin, CanonicalLines.Mark mark) = _nested[^1];
        _nested.RemoveAt(_nested.Count - 1);
        ReadOnlySpan<byte> name = component.Value(in component.Lines[begin]);
        byte[] upper = new byte[name.Length];
        Ascii.ToUpper(name, upper, out _);
        _lines.Gather(mark, upper, ComponentNames.IsAlarm(name) ? PartNames.Alarms : null);
    }

    private void WriteClassification(PropertyIndex properties)
    {
        BusyStatus showAs = Classification.ReadShowAs(properties);
        if (showAs != BusyStatus.Busy)
        {
            WriteWord("SHOWAS"u8, (byte)showAs, PartNames.ShowAs);
        }

        Importance importance = Classification.ReadImportance(properties);
        if (importance != Importance.Normal)
        {
            WriteWord("IMPORTANCE"u8, (byte)importance, PartNames.Importance);
        }
    }

    private void WriteWord(ReadOnlySpan<byte> name, byte value, string part)
    {
        _lines.Append(name);
        _lines.Append(CanonicalLines.ValueMark);
        _lines.Append((byte)('0' + value));
        _lines.EndLine(part);
    }

    private static bool IsCompared(PropertyIndex properties, in ContentLine line, in ItemTimes times) => line.Property switch
    {
        PropertyId.Unknown => !MetadataNames.IsOurs(properties.Component.NameOf(in line)),
        PropertyId.Start when line.Depth == 1 => times.Start is null,
        PropertyId.End or PropertyId.Due or PropertyId.Duration when line.Depth == 1 => times.End is null,
        PropertyId.AllDayEvent or PropertyId.CdoImportance when line.Depth == 1 => false,
        PropertyId.BusyStatus when line.Depth == 1 => Classification.ReadBusyStatus(properties) is null,
        PropertyId.Priority when line.Depth == 1 => !Classification.IsImpliedPriority(properties),
        _ => !PropertyDefinition.Of(line.Property).IsBookkeeping,
    };
}

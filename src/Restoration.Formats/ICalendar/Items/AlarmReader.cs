using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Reads the VALARMs of a component (RFC 5545 §3.6.6).</summary>
internal static class AlarmReader
{
    /// <summary>The alarms, in order.</summary>
    public static IReadOnlyList<Alarm> Read(Component component)
    {
        List<Alarm> alarms = [];
        for (int index = 1; index < component.LineCount; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line is { Kind: LineKind.Begin, Depth: 2 } && ComponentNames.IsAlarm(component.Value(in line)))
            {
                alarms.Add(ReadOne(component, index, component.EndOf(index)));
            }
        }

        return alarms;
    }

    private static Alarm ReadOne(Component component, int begin, int end)
    {
        Alarm alarm = new();
        for (int index = begin + 1; index < end; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            ReadOnlySpan<byte> value = component.Value(in line);
            alarm = line switch
            {
                { Depth: not 2 } => alarm,
                { Property: PropertyId.Action } => alarm with { Action = Encoding.UTF8.GetString(value).Trim() },
                { Property: PropertyId.Description } => alarm with { Description = TextValue.Decode(value) },
                { Property: PropertyId.Trigger } => alarm with { Trigger = Encoding.UTF8.GetString(value).Trim(), BeforeStart = ReadLead(component, in line) },
                _ => alarm,
            };
        }

        return alarm;
    }

    private static TimeSpan? ReadLead(Component component, in ContentLine line)
    {
        ReadOnlySpan<byte> related = line.HasParameters ? ParameterReader.Find(component.Parameters(in line), "RELATED"u8) : default;
        return !Ascii.EqualsIgnoreCase(related, "END"u8) && DurationValue.TryParse(component.Value(in line), out DurationValue duration)
            ? -duration.Nominal
            : null;
    }
}

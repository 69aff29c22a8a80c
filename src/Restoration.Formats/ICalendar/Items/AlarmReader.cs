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
        List<CalendarProperty> others = [];
        Alarm alarm = new() { OtherProperties = others };
        HashSet<PropertyId> named = [];
        for (int index = begin + 1; index < end; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line is not { Depth: 2, Kind: LineKind.Property })
            {
                continue;
            }

            bool isNamed = line.Property is PropertyId.Action or PropertyId.Description or PropertyId.Trigger && named.Add(line.Property);
            ReadOnlySpan<byte> value = component.Value(in line);
            alarm = !isNamed ? alarm : line.Property switch
            {
                PropertyId.Action => alarm with { Action = Encoding.UTF8.GetString(value).Trim() },
                PropertyId.Description => alarm with { Description = TextValue.Decode(value) },
                _ => alarm with { Trigger = Encoding.UTF8.GetString(value).Trim(), BeforeStart = ReadLead(component, in line) },
            };
            if (!isNamed || SaysMore(component, in line))
            {
                others.Add(PropertyReader.Read(component, in line));
            }
        }

        return alarm;
    }

    // The type of a trigger shows in its form.
    private static bool SaysMore(Component component, in ContentLine line)
    {
        ParameterReader parameters = new(line.HasParameters ? component.Parameters(in line) : default);
        while (parameters.MoveNext())
        {
            if (line.Property != PropertyId.Trigger || !parameters.Is("VALUE"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static TimeSpan? ReadLead(Component component, in ContentLine line)
    {
        ReadOnlySpan<byte> related = line.HasParameters ? ParameterReader.Find(component.Parameters(in line), "RELATED"u8) : default;
        return !Ascii.EqualsIgnoreCase(related, "END"u8) && DurationValue.TryParse(component.Value(in line), out DurationValue duration)
            ? -duration.Nominal
            : null;
    }
}

using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.Recurrence;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Says what is wrong with an item that is kept all the same.</summary>
internal sealed class ItemInspector(FindingLog findings)
{
    private const int MostZones = 1_000;
    private readonly HashSet<string> _unknownZones = new(StringComparer.Ordinal);

    /// <summary>Reports what is wrong.</summary>
    /// <param name="properties">The item.</param>
    /// <param name="times">When it starts and ends.</param>
    /// <param name="series">When it takes place; null if it does not recur.</param>
    /// <param name="uid">Its UID; null if it had none.</param>
    public void Inspect(PropertyIndex properties, in ItemTimes times, Series? series, string? uid)
    {
        Component component = properties.Component;
        bool isEvent = ComponentNames.IsEvent(component.Name);
        if (uid is null && (isEvent || ComponentNames.IsTask(component.Name) || ComponentNames.IsJournal(component.Name)))
        {
            findings.Warn("UID is missing; one was made from subject, times and recurrence.", component.LineNumber, "RFC 5545 §3.8.4.7");
        }

        if (isEvent && !properties.Has(PropertyId.Start))
        {
            findings.Warn("DTSTART is missing; the event is kept without a time.", component.LineNumber, "RFC 5545 §3.6.1", uid);
        }

        InspectTime(properties, PropertyId.Start, times.Start, uid);
        InspectTime(properties, ItemTimes.EndOf(component), times.End, uid);
        InspectTime(properties, PropertyId.RecurrenceId, times.RecurrenceId, uid);
        InspectLength(properties, in times, uid);
        if (series is not null)
        {
            InspectRules(component, uid);
            InspectDates(component, uid);
            if (!series.NamesStart)
            {
                findings.Warn(
                    "The recurrence rule does not name DTSTART; it was not taken for an occurrence.", component.LineNumber, "RFC 5545 §3.8.5.3", uid);
            }
        }
    }

    private void InspectTime(PropertyIndex properties, PropertyId property, ZonedTime? time, string? uid)
    {
        if (!properties.Has(property) || time is { Fault: TimeFault.None, Zone: null or { Zone: not null } })
        {
            return;
        }

        Component component = properties.Component;
        ref readonly ContentLine line = ref properties[property];
        string? fault = time?.Fault switch
        {
            null => "is no date; it is kept and not used",
            TimeFault.FalseDate => "says VALUE=DATE but has a time, which was kept",
            TimeFault.UnsaidDate => "is a date but does not say VALUE=DATE",
            TimeFault.Form => "is not written as the rules have it",
            _ => null,
        };
        if (fault is not null)
        {
            findings.Warn($"{NameOf(component, in line)} {fault}.", line.Number, "RFC 5545 §3.3.5", uid);
        }

        if (time?.Zone is { Zone: null } unknown && _unknownZones.Count < MostZones && _unknownZones.Add(unknown.Name))
        {
            findings.Warn(
                $"Nobody knows the time zone '{unknown.Name}' and the file does not define it; its times are kept and count as floating.",
                line.Number,
                "RFC 5545 §3.2.19",
                uid);
        }
    }

    private void InspectLength(PropertyIndex properties, in ItemTimes times, string? uid)
    {
        if (times.IsReversed)
        {
            findings.Warn("The end is before the start; both are kept.", properties.Component.LineNumber, "RFC 5545 §3.8.2.2", uid);
        }

        if (properties.Has(PropertyId.Duration) && properties.Has(ItemTimes.EndOf(properties.Component)))
        {
            findings.Warn("Both an end and a DURATION are given; the end counts.", properties[PropertyId.Duration].Number, "RFC 5545 §3.6.1", uid);
        }

        if (properties.Has(PropertyId.Duration) && !DurationValue.TryParse(properties.Value(PropertyId.Duration), out _))
        {
            findings.Warn("DURATION is no duration; it is kept and not used.", properties[PropertyId.Duration].Number, "RFC 5545 §3.3.6", uid);
        }
    }

    private void InspectRules(Component component, string? uid)
    {
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line is not { Depth: 1, Property: PropertyId.RecurrenceRule or PropertyId.ExceptionRule })
            {
                continue;
            }

            if (!RecurrenceRule.TryParse(Encoding.UTF8.GetString(component.Value(in line)), out RecurrenceRule? rule, out string? error))
            {
                findings.Warn($"{NameOf(component, in line)} cannot be used and is kept as it is: {error}", line.Number, "RFC 5545 §3.3.10", uid);
                continue;
            }

            foreach (string remark in rule.Remarks)
            {
                findings.Warn($"{NameOf(component, in line)}: {remark}", line.Number, "RFC 5545 §3.3.10", uid);
            }
        }
    }

    private void InspectDates(Component component, string? uid)
    {
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line is not { Depth: 1, Property: PropertyId.RecurrenceDates or PropertyId.ExceptionDates })
            {
                continue;
            }

            ReadOnlySpan<byte> rest = component.Value(in line);
            while (TextValue.TryTake(ref rest, out ReadOnlySpan<byte> date))
            {
                int slash = date.IndexOf((byte)'/');
                if (!TimeValue.TryParse(slash < 0 ? date : date[..slash], out _))
                {
                    findings.Warn($"{NameOf(component, in line)} holds what is no date; it is kept and not used.", line.Number, "RFC 5545 §3.3.5", uid);
                    break;
                }
            }
        }
    }

    private static string NameOf(Component component, in ContentLine line) => Encoding.ASCII.GetString(component.NameOf(in line)).ToUpperInvariant();
}

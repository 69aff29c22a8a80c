using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Times that also stand among the other properties of an appointment, as <see cref="NamedValue"/> has it for texts.</summary>
internal static class NamedTime
{
    /// <summary>A time; null if the other properties write it.</summary>
    public static CalendarTime? Unwritten(Appointment appointment, string name, CalendarTime? time)
        => time is { } value && appointment.OtherProperties.Any(property => NamedValue.Is(property, name) && Says(property, value)) ? null : time;

    /// <summary>Whether a time says something else than the property that it was read from.</summary>
    public static bool IsReplaced(Appointment appointment, CalendarProperty property)
    {
        CalendarTime? time = property.Name.ToUpperInvariant() switch
        {
            "DTSTART" => appointment.Start,
            "DTEND" => appointment.End,
            "RECURRENCE-ID" => appointment.RecurrenceId,
            _ => null,
        };
        return time is { } value && property.Parameters.Count > 0 && !Says(property, value);
    }

    private static bool Says(CalendarProperty property, CalendarTime time)
    {
        string? zone = property.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("TZID", StringComparison.OrdinalIgnoreCase))?.Values.FirstOrDefault();
        string parameters = time.Kind == TimeKind.Date ? ";VALUE=DATE" : string.IsNullOrWhiteSpace(zone) ? "" : $";TZID={ParameterText.Encode(zone)}";
        return $"{parameters}:{property.Value.Trim()}" == TimeText.Format(time);
    }
}

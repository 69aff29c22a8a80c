using System.Text;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Writes reminders (RFC 5545 §3.6.6). One that is shown gets the text that it has to have.</summary>
internal static class AlarmEncoder
{
    private const string Shown = "DISPLAY";
    private const string UsualText = "Reminder";

    /// <summary>Adds a VALARM.</summary>
    public static void Append(ContentBuilder content, Alarm alarm)
    {
        string trigger = alarm.Trigger.Length > 0 ? alarm.Trigger : DurationText.Format(-(alarm.BeforeStart ?? TimeSpan.Zero));
        bool isMoment = trigger.Length > 0 && char.IsAsciiDigit(trigger[0]);
        content.Line("BEGIN:VALARM");
        content.Raw("ACTION", Unwritten(alarm, "ACTION", alarm.Action));
        content.Raw(isMoment ? "TRIGGER;VALUE=DATE-TIME" : "TRIGGER", Unwritten(alarm, "TRIGGER", trigger));
        content.Text("DESCRIPTION", Unwritten(alarm, "DESCRIPTION", alarm.Description ?? (alarm.Action == Shown ? UsualText : null)));
        foreach (CalendarProperty property in alarm.OtherProperties.Where(property => !IsReplaced(alarm, property, trigger)))
        {
            content.Property(property);
        }

        content.Line("END:VALARM");
    }

    private static string? Unwritten(Alarm alarm, string name, string? value)
        => alarm.OtherProperties.Any(property => NamedValue.Is(property, name) && TextOf(property) == value) ? null : value;

    // The part is what counts, once it says something else than the property that it was read from.
    private static bool IsReplaced(Alarm alarm, CalendarProperty property, string trigger)
    {
        string? value = property.Name.ToUpperInvariant() switch
        {
            "ACTION" => alarm.Action,
            "TRIGGER" => trigger,
            "DESCRIPTION" => alarm.Description ?? "",
            _ => null,
        };
        return value is not null && property.Parameters.Count > 0 && TextOf(property) != value;
    }

    private static string TextOf(CalendarProperty property)
        => NamedValue.Is(property, "DESCRIPTION") ? TextValue.Decode(Encoding.UTF8.GetBytes(property.Value)) : property.Value.Trim();
}

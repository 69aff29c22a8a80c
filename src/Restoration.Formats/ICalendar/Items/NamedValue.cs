using System.Text;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// Parts of an appointment that also stand among its other properties, with the parameters that they were written with. While both
/// say the same, the property is written; once the part was changed, the part is.
/// </summary>
internal static class NamedValue
{
    private const string Class = "CLASS";
    private const string Priority = "PRIORITY";
    private const string CdoImportance = "X-MICROSOFT-CDO-IMPORTANCE";

    /// <summary>The value of a part; null if the other properties write it.</summary>
    public static string? Unwritten(Appointment appointment, string name, string? value)
        => appointment.OtherProperties.Any(property => Is(property, name) && TextOf(property) == (value ?? "")) ? null : value;

    /// <summary>Whether a part says something else than the property that it was read from.</summary>
    public static bool IsReplaced(Appointment appointment, CalendarProperty property)
    {
        if (Is(property, Priority) || Is(property, CdoImportance))
        {
            return !SaysImportance(appointment);
        }

        if (Is(property, Class))
        {
            return !SaysSensitivity(appointment);
        }

        string? value = property.Name.ToUpperInvariant() switch
        {
            "SUMMARY" => appointment.Subject,
            "DESCRIPTION" => appointment.Body ?? "",
            "X-ALT-DESC" => appointment.HtmlBody ?? "",
            "LOCATION" => appointment.Location ?? "",
            "URL" => appointment.Url ?? "",
            "STATUS" => appointment.Status ?? "",
            _ => null,
        };
        bool isFirst = appointment.OtherProperties.First(other => Is(other, property.Name)) == property;
        return value is not null && isFirst && property.Parameters.Count > 0 && TextOf(property) != value;
    }

    /// <summary>Whether the importance is what the other properties say, or, if they say nothing, the usual one.</summary>
    public static bool SaysImportance(Appointment appointment)
        => Classification.ImportanceOf(Encoding.UTF8.GetBytes(Find(appointment, CdoImportance) ?? ""), Encoding.UTF8.GetBytes(Find(appointment, Priority) ?? "")) == appointment.Importance;

    /// <summary>Whether the other properties have a CLASS that nobody knows, and it still counts: as private (RFC 5545 §3.8.1.3).</summary>
    public static bool SaysSensitivity(Appointment appointment)
        => Find(appointment, Class) is not null && appointment.Sensitivity == Sensitivity.Private;

    /// <summary>Whether a property has a name.</summary>
    public static bool Is(CalendarProperty property, string name) => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? Find(Appointment appointment, string name)
        => appointment.OtherProperties.FirstOrDefault(property => Is(property, name))?.Value.Trim();

    private static string TextOf(CalendarProperty property)
        => property.Name.ToUpperInvariant() is "URL" or "STATUS"
            ? property.Value.Trim()
            : TextValue.Decode(Encoding.UTF8.GetBytes(property.Value));
}

using System.Text;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// Lists that also stand among the other properties of an appointment, with the parameters of one of their lines. While the list
/// has all that the property says, the property is written; once one of it was taken out, the rest is written without.
/// </summary>
internal static class NamedList
{
    /// <summary>What of a list the other properties do not write.</summary>
    public static IEnumerable<string> Unwritten(Appointment appointment, string name)
    {
        List<string> left = [.. ListOf(appointment, name)!];
        foreach (CalendarProperty property in appointment.OtherProperties.Where(property => NamedValue.Is(property, name) && !IsReplaced(appointment, property)))
        {
            TextsOf(property).ForEach(text => left.Remove(text));
        }

        return left;
    }

    /// <summary>Whether a list lacks something of the property that it was read from.</summary>
    public static bool IsReplaced(Appointment appointment, CalendarProperty property)
        => ListOf(appointment, property.Name.ToUpperInvariant()) is { } list && !TextsOf(property).TrueForAll(list.Contains);

    private static IReadOnlyList<string>? ListOf(Appointment appointment, string name) => name switch
    {
        "CATEGORIES" => appointment.Categories,
        "RRULE" => appointment.Recurrence?.Rules ?? [],
        "EXRULE" => appointment.Recurrence?.ExceptionRules ?? [],
        _ => null,
    };

    private static List<string> TextsOf(CalendarProperty property)
        => NamedValue.Is(property, "CATEGORIES") ? TextValue.DecodeList(Encoding.UTF8.GetBytes(property.Value)) : [property.Value];
}

using System.Text;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>The components that matter to the structure of a file.</summary>
internal static class ComponentNames
{
    /// <summary>Whether two component names are the same.</summary>
    public static bool Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Ascii.EqualsIgnoreCase(left, right);

    /// <summary>Whether it is VCALENDAR.</summary>
    public static bool IsCalendar(ReadOnlySpan<byte> name) => Equal(name, "VCALENDAR"u8);

    /// <summary>Whether it is VTIMEZONE.</summary>
    public static bool IsTimeZone(ReadOnlySpan<byte> name) => Equal(name, "VTIMEZONE"u8);

    /// <summary>Whether it is VEVENT.</summary>
    public static bool IsEvent(ReadOnlySpan<byte> name) => Equal(name, "VEVENT"u8);

    /// <summary>Whether it is VTODO.</summary>
    public static bool IsTask(ReadOnlySpan<byte> name) => Equal(name, "VTODO"u8);

    /// <summary>Whether it is VJOURNAL.</summary>
    public static bool IsJournal(ReadOnlySpan<byte> name) => Equal(name, "VJOURNAL"u8);

    /// <summary>Whether it is VALARM.</summary>
    public static bool IsAlarm(ReadOnlySpan<byte> name) => Equal(name, "VALARM"u8);

    /// <summary>Whether a component cannot lie inside another: then the other has lost its END.</summary>
    public static bool CannotNest(ReadOnlySpan<byte> inner, ReadOnlySpan<byte> outer)
        => IsCalendar(inner) || (NeverNests(inner) && NeverNests(outer));

    /// <summary>Whether it is one of the components that never lie inside each other (RFC 5545 §3.6).</summary>
    public static bool NeverNests(ReadOnlySpan<byte> name)
        => IsEvent(name) || IsTask(name) || IsJournal(name) || IsTimeZone(name) || IsCalendar(name) || Equal(name, "VFREEBUSY"u8);
}

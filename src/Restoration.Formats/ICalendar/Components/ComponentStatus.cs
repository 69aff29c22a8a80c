namespace Restoration.Formats.ICalendar.Components;

/// <summary>What came of an attempt to read the next part of a file.</summary>
internal enum ComponentStatus
{
    /// <summary>The window has been read; fill it and try again.</summary>
    NeedsInput,

    /// <summary>A component of the calendar is there, with all that is nested in it.</summary>
    Component,

    /// <summary>A property of the calendar itself is there, as the only line.</summary>
    CalendarProperty,

    /// <summary>There is nothing more.</summary>
    EndOfInput,
}

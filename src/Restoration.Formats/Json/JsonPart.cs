namespace Restoration.Formats.Json;

/// <summary>What a JSON file is taken apart into.</summary>
internal enum JsonPart
{
    /// <summary>A value that may be an appointment: a document of its own, or an element of a list.</summary>
    Value,

    /// <summary>A member of the object around a list.</summary>
    Member,

    /// <summary>A component of a calendar in jCal (RFC 7265).</summary>
    Component,

    /// <summary>The properties of a calendar in jCal.</summary>
    CalendarProperties,

    /// <summary>The text is no JSON from here on.</summary>
    Break,

    /// <summary>The end of the file.</summary>
    End,
}

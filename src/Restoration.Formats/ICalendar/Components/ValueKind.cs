namespace Restoration.Formats.ICalendar.Components;

/// <summary>How the value of a property reads (RFC 5545 §3.3).</summary>
internal enum ValueKind : byte
{
    /// <summary>As it stands; never decoded or escaped.</summary>
    Raw,

    /// <summary>TEXT.</summary>
    Text,

    /// <summary>TEXT values separated by commas, whose order says nothing.</summary>
    TextSet,

    /// <summary>DATE-TIME or DATE.</summary>
    Time,

    /// <summary>DATE-TIME, DATE or PERIOD values separated by commas, whose order says nothing.</summary>
    TimeSet,

    /// <summary>CAL-ADDRESS.</summary>
    Address,

    /// <summary>RECUR.</summary>
    Rule,

    /// <summary>A word or number in which case says nothing.</summary>
    Keyword,
}

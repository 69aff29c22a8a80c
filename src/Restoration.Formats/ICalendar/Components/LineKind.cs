namespace Restoration.Formats.ICalendar.Components;

/// <summary>What a content line is.</summary>
internal enum LineKind : byte
{
    /// <summary>A property.</summary>
    Property,

    /// <summary>BEGIN of a component.</summary>
    Begin,

    /// <summary>END of a component.</summary>
    End,
}

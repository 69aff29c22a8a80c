namespace Restoration.Formats.ICalendar.Items;

/// <summary>What is against the rules in how a date property is written.</summary>
internal enum TimeFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is a date but does not say VALUE=DATE.</summary>
    UnsaidDate,

    /// <summary>It says VALUE=DATE but has a time.</summary>
    FalseDate,

    /// <summary>It is written in a way that the rules do not know.</summary>
    Form,
}

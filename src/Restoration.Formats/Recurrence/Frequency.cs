namespace Restoration.Formats.Recurrence;

/// <summary>The unit that a rule counts in (RFC 5545 §3.3.10, FREQ), from the shortest to the longest.</summary>
public enum Frequency
{
    /// <summary>SECONDLY.</summary>
    Secondly,

    /// <summary>MINUTELY.</summary>
    Minutely,

    /// <summary>HOURLY.</summary>
    Hourly,

    /// <summary>DAILY.</summary>
    Daily,

    /// <summary>WEEKLY.</summary>
    Weekly,

    /// <summary>MONTHLY.</summary>
    Monthly,

    /// <summary>YEARLY.</summary>
    Yearly,
}

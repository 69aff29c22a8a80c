namespace Restoration.Requests;

/// <summary>Which of the waiting requests is run first (Exchange's RequestPriority); of equal ones, the oldest.</summary>
public enum RequestPriority
{
    /// <summary>After all others.</summary>
    Lowest,

    /// <summary>After low ones.</summary>
    Lower,

    /// <summary>After normal ones.</summary>
    Low,

    /// <summary>As usual.</summary>
    Normal,

    /// <summary>Before normal ones.</summary>
    High,

    /// <summary>Before high ones.</summary>
    Higher,

    /// <summary>Before all but emergencies.</summary>
    Highest,

    /// <summary>Before all others.</summary>
    Emergency,
}

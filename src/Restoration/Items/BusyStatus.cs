namespace Restoration.Items;

/// <summary>How the time of an appointment shows to others (X-MICROSOFT-CDO-BUSYSTATUS; Graph <c>showAs</c>).</summary>
public enum BusyStatus
{
    /// <summary>Free.</summary>
    Free,

    /// <summary>Tentative.</summary>
    Tentative,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Out of office.</summary>
    OutOfOffice,

    /// <summary>Working elsewhere.</summary>
    WorkingElsewhere,
}

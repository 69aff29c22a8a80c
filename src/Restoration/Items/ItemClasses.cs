namespace Restoration.Items;

/// <summary>Message classes as Exchange names them (MS-OXCMSG, PidTagMessageClass).</summary>
public static class ItemClasses
{
    /// <summary>An appointment or meeting.</summary>
    public const string Appointment = "IPM.Appointment";

    /// <summary>A to-do (iCalendar VTODO).</summary>
    public const string Task = "IPM.Task";

    /// <summary>A journal entry (iCalendar VJOURNAL).</summary>
    public const string Journal = "IPM.Activity";

    /// <summary>Any other component of a calendar file, kept as it is.</summary>
    public const string Other = "IPM";

    /// <summary>The same class, as one text for all items that have it.</summary>
    public static string Known(string itemClass) => itemClass switch
    {
        Appointment => Appointment,
        Task => Task,
        Journal => Journal,
        Other => Other,
        _ => itemClass,
    };
}

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

    /// <summary>A message.</summary>
    public const string Note = "IPM.Note";

    /// <summary>A post in a folder.</summary>
    public const string Post = "IPM.Post";

    /// <summary>A contact.</summary>
    public const string Contact = "IPM.Contact";

    /// <summary>A list of contacts.</summary>
    public const string DistributionList = "IPM.DistList";

    /// <summary>A sticky note.</summary>
    public const string StickyNote = "IPM.StickyNote";

    /// <summary>A request, answer or cancellation of a meeting; the rest of the class says which.</summary>
    public const string ScheduleMeeting = "IPM.Schedule.Meeting";

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

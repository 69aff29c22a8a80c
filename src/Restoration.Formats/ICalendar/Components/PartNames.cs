namespace Restoration.Formats.ICalendar.Components;

/// <summary>The names of an appointment's parts, as comparisons and merges call them; other properties go by their own upper-case name.</summary>
public static class PartNames
{
    /// <summary>SUMMARY.</summary>
    public const string Subject = "Subject";

    /// <summary>DESCRIPTION and its HTML form.</summary>
    public const string Body = "Body";

    /// <summary>LOCATION.</summary>
    public const string Location = "Location";

    /// <summary>DTSTART.</summary>
    public const string Start = "Start";

    /// <summary>DTEND, DUE or DURATION.</summary>
    public const string End = "End";

    /// <summary>Whether it lasts whole days.</summary>
    public const string AllDay = "AllDay";

    /// <summary>RRULE, RDATE, EXDATE and EXRULE.</summary>
    public const string Recurrence = "Recurrence";

    /// <summary>ORGANIZER.</summary>
    public const string Organizer = "Organizer";

    /// <summary>ATTENDEE.</summary>
    public const string Attendees = "Attendees";

    /// <summary>CATEGORIES.</summary>
    public const string Categories = "Categories";

    /// <summary>VALARM.</summary>
    public const string Alarms = "Alarms";

    /// <summary>CLASS.</summary>
    public const string Sensitivity = "Sensitivity";

    /// <summary>TRANSP and X-MICROSOFT-CDO-BUSYSTATUS.</summary>
    public const string ShowAs = "ShowAs";

    /// <summary>PRIORITY and X-MICROSOFT-CDO-IMPORTANCE.</summary>
    public const string Importance = "Importance";

    /// <summary>STATUS.</summary>
    public const string Status = "Status";

    /// <summary>SEQUENCE.</summary>
    public const string Sequence = "Sequence";

    /// <summary>ATTACH.</summary>
    public const string Attachments = "Attachments";

    /// <summary>URL.</summary>
    public const string Url = "Url";
}

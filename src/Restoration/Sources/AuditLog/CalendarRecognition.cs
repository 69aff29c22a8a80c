using Restoration.Items;

namespace Restoration.Sources.AuditLog;

/// <summary>Tells appointments and calendars from the rest of a mailbox: by their ids in any language, by name only where these say nothing.</summary>
internal static class CalendarRecognition
{
    /// <summary>Whether a folder is a calendar; null if nothing is said of it.</summary>
    public static bool? IsCalendar(AuditedFolder? folder)
        => ExchangeId.TryParse(folder?.Id, out ExchangeId? id) && id.IsFolder ? id.IsCalendarFolder
            : folder?.Path is { } path ? CalendarFolderNames.IsCalendar(path)
            : null;

    /// <summary>Whether an item is an appointment.</summary>
    /// <param name="item">The item.</param>
    /// <param name="folder">The folder that it was in.</param>
    public static bool IsAppointment(AuditedItem item, AuditedFolder? folder)
        => item.Uid is not null
            || item.Before?.ItemClass == ItemClasses.Appointment
            || (ExchangeId.TryParse(item.Id, out ExchangeId? id) && id.IsCalendarItem)
            || (ExchangeId.TryParse(item.ImmutableId, out ExchangeId? immutable) && immutable.IsCalendarItem)
            || IsCalendar(folder) == true;

    /// <summary>The folder that an item was in: the one that is a calendar, if the record names two.</summary>
    public static AuditedFolder? FolderOf(AuditedItem item, AuditRecord record)
        => item.ParentFolder is null || (IsCalendar(item.ParentFolder) != true && IsCalendar(record.Folder) == true) ? record.Folder : item.ParentFolder;

    /// <summary>Whether the items stayed in their mailbox and came to a calendar.</summary>
    public static bool IsToCalendar(AuditRecord record) => record.DestinationMailbox is null && IsCalendar(record.DestinationFolder) == true;
}

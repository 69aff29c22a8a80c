using System.Collections.Frozen;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// Which parts of an appointment the internal property names of an Update stand for. Exchange documents none of them: what is not
/// known here means the whole item.
/// </summary>
internal static class ModifiedParts
{
    private static readonly FrozenDictionary<string, string> Parts = new (string Part, string[] Properties)[]
    {
        ("Subject", ["Subject", "MapiSubject", "NormalizedSubject", "NormalizedSubjectInternal", "SubjectPrefix", "SubjectPrefixInternal", "ConversationTopic"]),
        ("Body", ["Body", "TextBody", "RtfBody", "HtmlBody", "BodyTag", "Preview"]),
        ("Location", ["Location", "Locations", "EnhancedLocation", "LocationDisplayName"]),
        ("Start", ["StartTime", "MapiStartTime", "StartDate", "ClipStartTime", "StartTimeZone", "StartTimeZoneId", "TimeZoneDefinitionStart", "TimeZone", "TimeZoneBlob"]),
        ("End", ["EndTime", "MapiEndTime", "EndDate", "ClipEndTime", "EndTimeZone", "EndTimeZoneId", "TimeZoneDefinitionEnd", "Duration"]),
        ("AllDay", ["IsAllDayEvent", "MapiIsAllDayEvent", "AllDayEvent"]),
        ("Recurrence", ["Recurrence", "AppointmentRecurrenceBlob", "AppointmentRecurring", "RecurrencePattern", "RecurrenceType", "IsRecurring", "TimeZoneDefinitionRecurring"]),
        ("Organizer", ["Organizer", "OrganizerEmailAddress", "SentRepresentingDisplayName", "SentRepresentingEmailAddress"]),
        ("Attendees", ["RecipientCollection", "Attendees", "RequiredAttendees", "OptionalAttendees", "Resources", "DisplayAttendeesAll", "DisplayAttendeesTo", "DisplayAttendeesCc", "DisplayTo", "DisplayCc"]),
        ("Categories", ["Categories", "Keywords"]),
        ("Alarms", ["ReminderIsSet", "ReminderIsSetInternal", "ReminderMinutesBeforeStart", "ReminderMinutesBeforeStartInternal", "ReminderDueBy", "ReminderDueByInternal", "ReminderNextTime"]),
        ("Sensitivity", ["Sensitivity", "MapiSensitivity", "Privacy"]),
        ("ShowAs", ["FreeBusyStatus", "BusyStatus", "ShowAs"]),
        ("Importance", ["Importance", "MapiImportance", "Priority", "MapiPriority"]),
        ("Attachments", ["AttachmentCollection", "Attachments", "HasAttachment", "AllAttachmentsHidden"]),
    }.SelectMany(row => row.Properties.Select(property => KeyValuePair.Create(property, row.Part)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts, by the names that <see cref="Items.IItemCodec.Compare"/> has for them; null for the whole item.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string> properties)
        => properties.Count == 0 || properties.Any(property => !Parts.ContainsKey(property))
            ? null
            : [.. properties.Select(property => Parts[property]).Distinct(StringComparer.Ordinal)];
}

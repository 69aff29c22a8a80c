using System.Text;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>What this program knows of a property.</summary>
internal sealed class PropertyDefinition
{
    private const int LongestName = 31;

    private static readonly PropertyDefinition[] All = CreateAll();
    private static readonly PropertyDefinition[][] ByLength = CreateByLength();

    private PropertyDefinition(PropertyId id, string name, ValueKind kind)
    {
        Id = id;
        Name = Encoding.ASCII.GetBytes(name);
        Kind = kind;
    }

    /// <summary>The property.</summary>
    public PropertyId Id { get; }

    /// <summary>The name in upper case.</summary>
    public byte[] Name { get; }

    /// <summary>How its value reads.</summary>
    public ValueKind Kind { get; }

    /// <summary>The value that stands for the property where it is absent.</summary>
    public byte[] Default { get; private init; } = [];

    /// <summary>The name of the part of an appointment that it belongs to; null for its own name.</summary>
    public string? Part { get; private init; }

    /// <summary>Whether it says when or by whom this copy was written, and nothing of the appointment.</summary>
    public bool IsBookkeeping { get; private init; }

    /// <summary>What is known of a property.</summary>
    public static PropertyDefinition Of(PropertyId id) => All[(int)id];

    /// <summary>Which property a name stands for, in any case.</summary>
    public static PropertyId Find(ReadOnlySpan<byte> name)
    {
        if (name.Length is > 0 and <= LongestName)
        {
            // All names end in a letter, and few of one length in the same.
            byte last = (byte)(name[^1] & ~0x20);
            foreach (PropertyDefinition definition in ByLength[name.Length])
            {
                if (definition.Name[^1] == last && Ascii.EqualsIgnoreCase(name, definition.Name))
                {
                    return definition.Id;
                }
            }
        }

        return PropertyId.Unknown;
    }

    private static PropertyDefinition[] CreateAll()
    {
        PropertyDefinition[] known =
        [
            new(PropertyId.Unknown, "", ValueKind.Raw),
            new(PropertyId.Uid, "UID", ValueKind.Text) { IsBookkeeping = true },
            new(PropertyId.RecurrenceId, "RECURRENCE-ID", ValueKind.Time),
            new(PropertyId.Summary, "SUMMARY", ValueKind.Text) { Part = PartNames.Subject },
            new(PropertyId.Description, "DESCRIPTION", ValueKind.Text) { Part = PartNames.Body },
            new(PropertyId.AltDescription, "X-ALT-DESC", ValueKind.Raw) { Part = PartNames.Body },
            new(PropertyId.Location, "LOCATION", ValueKind.Text) { Part = PartNames.Location },
            new(PropertyId.Start, "DTSTART", ValueKind.Time) { Part = PartNames.Start },
            new(PropertyId.End, "DTEND", ValueKind.Time) { Part = PartNames.End },
            new(PropertyId.Due, "DUE", ValueKind.Time) { Part = PartNames.End },
            new(PropertyId.Duration, "DURATION", ValueKind.Keyword) { Part = PartNames.End },
            new(PropertyId.RecurrenceRule, "RRULE", ValueKind.Rule) { Part = PartNames.Recurrence },
            new(PropertyId.ExceptionRule, "EXRULE", ValueKind.Rule) { Part = PartNames.Recurrence },
            new(PropertyId.RecurrenceDates, "RDATE", ValueKind.TimeSet) { Part = PartNames.Recurrence },
            new(PropertyId.ExceptionDates, "EXDATE", ValueKind.TimeSet) { Part = PartNames.Recurrence },
            new(PropertyId.Organizer, "ORGANIZER", ValueKind.Address) { Part = PartNames.Organizer },
            new(PropertyId.Attendee, "ATTENDEE", ValueKind.Address) { Part = PartNames.Attendees },
            new(PropertyId.Categories, "CATEGORIES", ValueKind.TextSet) { Part = PartNames.Categories },
            new(PropertyId.Resources, "RESOURCES", ValueKind.TextSet),
            new(PropertyId.Class, "CLASS", ValueKind.Keyword) { Part = PartNames.Sensitivity, Default = "PUBLIC"u8.ToArray() },
            new(PropertyId.Status, "STATUS", ValueKind.Keyword) { Part = PartNames.Status },
            new(PropertyId.Transparency, "TRANSP", ValueKind.Keyword) { Part = PartNames.ShowAs, Default = "OPAQUE"u8.ToArray() },
            new(PropertyId.BusyStatus, "X-MICROSOFT-CDO-BUSYSTATUS", ValueKind.Keyword) { Part = PartNames.ShowAs },
            new(PropertyId.AllDayEvent, "X-MICROSOFT-CDO-ALLDAYEVENT", ValueKind.Keyword) { Part = PartNames.AllDay, Default = "FALSE"u8.ToArray() },
            new(PropertyId.Priority, "PRIORITY", ValueKind.Keyword) { Part = PartNames.Importance, Default = "0"u8.ToArray() },
            new(PropertyId.CdoImportance, "X-MICROSOFT-CDO-IMPORTANCE", ValueKind.Keyword) { Part = PartNames.Importance },
            new(PropertyId.Sequence, "SEQUENCE", ValueKind.Keyword) { Part = PartNames.Sequence, Default = "0"u8.ToArray() },
            new(PropertyId.Attach, "ATTACH", ValueKind.Raw) { Part = PartNames.Attachments },
            new(PropertyId.Url, "URL", ValueKind.Raw) { Part = PartNames.Url },
            new(PropertyId.Created, "CREATED", ValueKind.Time) { IsBookkeeping = true },
            new(PropertyId.LastModified, "LAST-MODIFIED", ValueKind.Time) { IsBookkeeping = true },
            new(PropertyId.Stamp, "DTSTAMP", ValueKind.Time) { IsBookkeeping = true },
            new(PropertyId.Completed, "COMPLETED", ValueKind.Time),
            new(PropertyId.PercentComplete, "PERCENT-COMPLETE", ValueKind.Keyword),
            new(PropertyId.Comment, "COMMENT", ValueKind.Text),
            new(PropertyId.Contact, "CONTACT", ValueKind.Text),
            new(PropertyId.RelatedTo, "RELATED-TO", ValueKind.Text),
            new(PropertyId.Name, "NAME", ValueKind.Text),
            new(PropertyId.Action, "ACTION", ValueKind.Keyword),
            new(PropertyId.Trigger, "TRIGGER", ValueKind.Keyword),
            new(PropertyId.Repeat, "REPEAT", ValueKind.Keyword) { Default = "0"u8.ToArray() },
            new(PropertyId.TimeZoneId, "TZID", ValueKind.Text),
            new(PropertyId.TimeZoneName, "TZNAME", ValueKind.Text),
            new(PropertyId.OffsetFrom, "TZOFFSETFROM", ValueKind.Keyword),
            new(PropertyId.OffsetTo, "TZOFFSETTO", ValueKind.Keyword),
            new(PropertyId.ImmutableId, MetadataNames.ImmutableId, ValueKind.Raw) { IsBookkeeping = true },
        ];

        PropertyDefinition[] byId = new PropertyDefinition[known.Length];
        foreach (PropertyDefinition definition in known)
        {
            byId[(int)definition.Id] = definition;
        }

        return byId;
    }

    private static PropertyDefinition[][] CreateByLength()
    {
        PropertyDefinition[][] byLength = new PropertyDefinition[LongestName + 1][];
        for (int length = 0; length <= LongestName; length++)
        {
            byLength[length] = Array.FindAll(All, definition => definition.Name.Length == length && length > 0);
        }

        return byLength;
    }
}

using System.Text;
using System.Text.Json;
using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.Json.Events;

/// <summary>A member of an appointment in JSON, and the property that it stands for.</summary>
internal sealed class MemberDefinition
{
    private const int LongestName = 15;

    private static readonly MemberDefinition[] All =
    [
        new(EventMember.Unknown, "", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.Component, "component", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.Uid, "uid", PropertyId.Uid, MemberKind.Text),
        new(EventMember.RecurrenceId, "recurrenceId", PropertyId.RecurrenceId, MemberKind.Time),
        new(EventMember.Subject, "subject", PropertyId.Summary, MemberKind.Text),
        new(EventMember.Start, "start", PropertyId.Start, MemberKind.Time),
        new(EventMember.End, "end", PropertyId.End, MemberKind.Time),
        new(EventMember.Due, "due", PropertyId.Due, MemberKind.Time),
        new(EventMember.Duration, "duration", PropertyId.Duration, MemberKind.Raw),
        new(EventMember.IsAllDay, "isAllDay", PropertyId.AllDayEvent, MemberKind.AllDay),
        new(EventMember.Location, "location", PropertyId.Location, MemberKind.Text),
        new(EventMember.Body, "body", PropertyId.Description, MemberKind.Text),
        new(EventMember.HtmlBody, "htmlBody", PropertyId.AltDescription, MemberKind.Html),
        new(EventMember.Categories, "categories", PropertyId.Categories, MemberKind.Texts),
        new(EventMember.Sensitivity, "sensitivity", PropertyId.Class, MemberKind.Word),
        new(EventMember.ShowAs, "showAs", PropertyId.BusyStatus, MemberKind.Word),
        new(EventMember.Importance, "importance", PropertyId.CdoImportance, MemberKind.Word),
        new(EventMember.Priority, "priority", PropertyId.Priority, MemberKind.Number),
        new(EventMember.Organizer, "organizer", PropertyId.Organizer, MemberKind.Person),
        new(EventMember.Attendees, "attendees", PropertyId.Attendee, MemberKind.People),
        new(EventMember.Recurrence, "recurrence", PropertyId.Unknown, MemberKind.Recurrence),
        new(EventMember.Alarms, "alarms", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.Attachments, "attachments", PropertyId.Attach, MemberKind.Attachments),
        new(EventMember.Url, "url", PropertyId.Url, MemberKind.Raw),
        new(EventMember.Status, "status", PropertyId.Status, MemberKind.Raw),
        new(EventMember.Transparency, "transparency", PropertyId.Transparency, MemberKind.Raw),
        new(EventMember.Sequence, "sequence", PropertyId.Sequence, MemberKind.Number),
        new(EventMember.Created, "created", PropertyId.Created, MemberKind.Instant),
        new(EventMember.LastModified, "lastModified", PropertyId.LastModified, MemberKind.Instant),
        new(EventMember.Stamp, "stamp", PropertyId.Stamp, MemberKind.Instant),
        new(EventMember.ImmutableId, "immutableId", PropertyId.ImmutableId, MemberKind.Raw),
        new(EventMember.Graph, "graph", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.Parameters, "parameters", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.Other, "other", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.Components, "components", PropertyId.Unknown, MemberKind.Structure),
        new(EventMember.TimeZones, "timeZones", PropertyId.Unknown, MemberKind.Structure),
    ];

    private static readonly MemberDefinition?[] ByProperty = CreateByProperty();
    private static readonly MemberDefinition[][] ByLength = CreateByLength();

    private MemberDefinition(EventMember member, string name, PropertyId property, MemberKind kind)
    {
        Member = member;
        Text = name;
        Utf8Name = Encoding.ASCII.GetBytes(name);
        JsonName = JsonEncodedText.Encode(name);
        Property = property;
        Kind = kind;
    }

    /// <summary>How many members there are.</summary>
    public static int Count => All.Length;

    /// <summary>The member.</summary>
    public EventMember Member { get; }

    /// <summary>Its name in JSON.</summary>
    public string Text { get; }

    /// <summary>Its name in UTF-8.</summary>
    public byte[] Utf8Name { get; }

    /// <summary>Its name, to be written.</summary>
    public JsonEncodedText JsonName { get; }

    /// <summary>The property, if it stands for just one.</summary>
    public PropertyId Property { get; }

    /// <summary>How it stands for the property.</summary>
    public MemberKind Kind { get; }

    /// <summary>The name of the property.</summary>
    public ReadOnlySpan<byte> PropertyName => PropertyDefinition.Of(Property).Name;

    /// <summary>What is known of a member.</summary>
    public static MemberDefinition Of(EventMember member) => All[(int)member];

    /// <summary>The member that stands for a property; null if none does.</summary>
    public static MemberDefinition? Of(PropertyId property) => ByProperty[(int)property];

    /// <summary>The member of a name.</summary>
    public static EventMember Find(ReadOnlySpan<byte> name)
    {
        if (name.Length <= LongestName)
        {
            foreach (MemberDefinition definition in ByLength[name.Length])
            {
                if (name.SequenceEqual(definition.Utf8Name))
                {
                    return definition.Member;
                }
            }
        }

        return EventMember.Unknown;
    }

    private static MemberDefinition?[] CreateByProperty()
    {
        MemberDefinition?[] byProperty = new MemberDefinition?[Enum.GetValues<PropertyId>().Length];
        foreach (MemberDefinition definition in All)
        {
            if (definition.Property != PropertyId.Unknown)
            {
                byProperty[(int)definition.Property] = definition;
            }
        }

        MemberDefinition recurrence = All[(int)EventMember.Recurrence];
        byProperty[(int)PropertyId.RecurrenceRule] = recurrence;
        byProperty[(int)PropertyId.ExceptionRule] = recurrence;
        byProperty[(int)PropertyId.RecurrenceDates] = recurrence;
        byProperty[(int)PropertyId.ExceptionDates] = recurrence;
        return byProperty;
    }

    private static MemberDefinition[][] CreateByLength()
    {
        MemberDefinition[][] byLength = new MemberDefinition[LongestName + 1][];
        for (int length = 0; length <= LongestName; length++)
        {
            byLength[length] = Array.FindAll(All, definition => definition.Utf8Name.Length == length && length > 0);
        }

        return byLength;
    }
}

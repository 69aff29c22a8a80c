namespace Restoration.Formats.Json.Events;

/// <summary>The members of an appointment in JSON, in the order that they are written in.</summary>
internal enum EventMember : byte
{
#pragma warning disable CS1591 // docs/formats.md says what each of them is.
    Unknown,
    Component,
    Uid,
    RecurrenceId,
    Subject,
    Start,
    End,
    Due,
    Duration,
    IsAllDay,
    Location,
    Body,
    HtmlBody,
    Categories,
    Sensitivity,
    ShowAs,
    Importance,
    Priority,
    Organizer,
    Attendees,
    Recurrence,
    Alarms,
    Attachments,
    Url,
    Status,
    Transparency,
    Sequence,
    Created,
    LastModified,
    Stamp,
    ImmutableId,
    Graph,
    Parameters,
    Other,
    Components,
    TimeZones,
#pragma warning restore CS1591
}

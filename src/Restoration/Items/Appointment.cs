namespace Restoration.Items;

/// <summary>
/// An appointment with its parts by name. A view: the exact content, with whatever this view does not name,
/// is the <see cref="Item"/> it was read from.
/// </summary>
public sealed record Appointment
{
    /// <summary>The iCalendar UID (RFC 5545 §3.8.4.7); the same for a series and its overrides.</summary>
    public string? Uid { get; init; }

    /// <summary>The original start of the occurrence that this appointment overrides; null for everything else.</summary>
    public CalendarTime? RecurrenceId { get; init; }

    /// <summary>Whether the override holds for all later occurrences too (RFC 5545 §3.2.13).</summary>
    public bool IsThisAndFuture { get; init; }

    /// <summary>The subject (SUMMARY).</summary>
    public string Subject { get; init; } = "";

    /// <summary>The body as plain text (DESCRIPTION).</summary>
    public string? Body { get; init; }

    /// <summary>The body as HTML (X-ALT-DESC;FMTTYPE=text/html).</summary>
    public string? HtmlBody { get; init; }

    /// <summary>The place.</summary>
    public string? Location { get; init; }

    /// <summary>When it starts; null if the file does not say.</summary>
    public CalendarTime? Start { get; init; }

    /// <summary>When it ends, exclusive: DTEND, or DTSTART plus DURATION, or what RFC 5545 §3.6.1 says in their place.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>The length as it was written, if it was written as a DURATION.</summary>
    public string? Duration { get; init; }

    /// <summary>Whether it lasts whole days.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>How it recurs; null if it does not.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Who called the meeting.</summary>
    public Attendee? Organizer { get; init; }

    /// <summary>Who was invited.</summary>
    public IReadOnlyList<Attendee> Attendees { get; init; } = [];

    /// <summary>The categories, in order.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The reminders.</summary>
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>Who may see it.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>How the time shows to others.</summary>
    public BusyStatus ShowAs { get; init; } = BusyStatus.Busy;

    /// <summary>How important it is.</summary>
    public Importance Importance { get; init; } = Importance.Normal;

    /// <summary>STATUS as written: TENTATIVE, CONFIRMED or CANCELLED.</summary>
    public string? Status { get; init; }

    /// <summary>TRANSP as written: OPAQUE or TRANSPARENT.</summary>
    public string? Transparency { get; init; }

    /// <summary>The revision that the organizer counts.</summary>
    public int Sequence { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When this copy of it was written (DTSTAMP).</summary>
    public DateTimeOffset? Stamp { get; init; }

    /// <summary>The attachments.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The web address that belongs to it.</summary>
    public string? Url { get; init; }

    /// <summary>The immutable id in Microsoft Graph's text form.</summary>
    public string? ImmutableId { get; init; }

    /// <summary>
    /// Every property that has no name above, as it was written; and those that have one but also parameters, for which there is no
    /// place above (SUMMARY;LANGUAGE=de). A named value that was changed counts instead of such a property.
    /// </summary>
    public IReadOnlyList<CalendarProperty> OtherProperties { get; init; } = [];
}

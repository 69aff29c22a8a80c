namespace Restoration.Policies.Content;

/// <summary>The properties that a content filter may ask for: those of Exchange, and of appointments those that Exchange lacks.</summary>
public enum ContentProperty
{
    /// <summary>Every text of the item.</summary>
    All,

    /// <summary>The names of the attachments.</summary>
    Attachment,

    /// <summary>Who got it unseen.</summary>
    BCC,

    /// <summary>The body.</summary>
    Body,

    /// <summary>The categories.</summary>
    Category,

    /// <summary>Who got a copy.</summary>
    CC,

    /// <summary>When an appointment ends.</summary>
    End,

    /// <summary>When it expires.</summary>
    Expires,

    /// <summary>Whether it has attachments.</summary>
    HasAttachment,

    /// <summary>Low, Normal or High.</summary>
    Importance,

    /// <summary>Whether it is flagged.</summary>
    IsFlagged,

    /// <summary>Whether it is read.</summary>
    IsRead,

    /// <summary>Whether an appointment is a series.</summary>
    IsRecurring,

    /// <summary>Calendar, Contact, Email, Task and so on.</summary>
    MessageKind,

    /// <summary>The language of the item.</summary>
    MessageLocale,

    /// <summary>Who called a meeting.</summary>
    Organizer,

    /// <summary>Everybody who has to do with it.</summary>
    Participants,

    /// <summary>The retention policy.</summary>
    PolicyTag,

    /// <summary>When it was received.</summary>
    Received,

    /// <summary>Who sent it.</summary>
    Sender,

    /// <summary>When it was sent.</summary>
    Sent,

    /// <summary>Its size in bytes.</summary>
    Size,

    /// <summary>When an appointment starts.</summary>
    Start,

    /// <summary>The subject.</summary>
    Subject,

    /// <summary>To whom it was sent.</summary>
    To,

    /// <summary>The iCalendar UID, or the Message-ID.</summary>
    UID,
}

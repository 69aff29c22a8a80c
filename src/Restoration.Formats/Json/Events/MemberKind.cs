namespace Restoration.Formats.Json.Events;

/// <summary>How a member of an appointment stands for a property of it.</summary>
internal enum MemberKind : byte
{
    /// <summary>For something else than one property.</summary>
    Structure,

    /// <summary>A text, without escapes.</summary>
    Text,

    /// <summary>HTML: a text that is compared as it is escaped.</summary>
    Html,

    /// <summary>A value as it stands.</summary>
    Raw,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A date or time in its zone.</summary>
    Time,

    /// <summary>An instant in UTC.</summary>
    Instant,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>Whether it lasts whole days.</summary>
    AllDay,

    /// <summary>One person.</summary>
    Person,

    /// <summary>A list, of one property a person.</summary>
    People,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list, of one property an attachment.</summary>
    Attachments,

    /// <summary>Rules and dates.</summary>
    Recurrence,
}

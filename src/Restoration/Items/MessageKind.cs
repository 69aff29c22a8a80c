namespace Restoration.Items;

/// <summary>What kind of content an item is, in the words of Exchange's content filters (<c>MessageKind</c>).</summary>
public enum MessageKind
{
    /// <summary>A message.</summary>
    Email,

    /// <summary>An appointment or meeting.</summary>
    Calendar,

    /// <summary>A contact, or a list of them.</summary>
    Contact,

    /// <summary>A task.</summary>
    Task,

    /// <summary>A sticky note.</summary>
    Note,

    /// <summary>An entry of a journal.</summary>
    Journal,

    /// <summary>A post in a folder.</summary>
    Post,

    /// <summary>Anything else.</summary>
    Doc,
}

/// <summary>Tells the kinds of items apart by their classes.</summary>
public static class MessageKinds
{
    private static readonly (string Class, MessageKind Kind)[] Classes =
    [
        (ItemClasses.Appointment, MessageKind.Calendar),
        (ItemClasses.Contact, MessageKind.Contact),
        (ItemClasses.DistributionList, MessageKind.Contact),
        (ItemClasses.Task, MessageKind.Task),
        (ItemClasses.StickyNote, MessageKind.Note),
        (ItemClasses.Journal, MessageKind.Journal),
        (ItemClasses.Post, MessageKind.Post),
        (ItemClasses.Note, MessageKind.Email),
        (ItemClasses.ScheduleMeeting, MessageKind.Email),
    ];

    /// <summary>The kind of a class, or of one derived from it such as <c>IPM.Note.SMIME</c>.</summary>
    public static MessageKind Of(string itemClass)
    {
        ArgumentNullException.ThrowIfNull(itemClass);
        foreach ((string known, MessageKind kind) in Classes)
        {
            if (itemClass.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (itemClass.Length == known.Length || itemClass[known.Length] == '.'))
            {
                return kind;
            }
        }

        return MessageKind.Doc;
    }
}

namespace Restoration.Policies.Content;

/// <summary>What the values of a property are.</summary>
internal enum ContentType
{
    /// <summary>Texts; case does not count.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A moment.</summary>
    Moment,

    /// <summary>A number of bytes.</summary>
    Size,
}

/// <summary>The table of properties: what the values of each are. Pure.</summary>
internal static class ContentTypes
{
    private static readonly string[] Kinds =
    [
        "Calendar", "Contact", "Doc", "Email", "Fax", "InstantMessage", "Journal", "Note", "Post", "RSSFeed", "Task", "Voicemail",
    ];

    private static readonly string[] Importances = ["Low", "Normal", "High"];

    /// <summary>What a property's values are.</summary>
    public static ContentType Of(ContentProperty property) => property switch
    {
        ContentProperty.HasAttachment or ContentProperty.IsFlagged or ContentProperty.IsRead or ContentProperty.IsRecurring => ContentType.Truth,
        ContentProperty.Expires or ContentProperty.Received or ContentProperty.Sent or ContentProperty.Start or ContentProperty.End => ContentType.Moment,
        ContentProperty.Size => ContentType.Size,
        ContentProperty.Importance or ContentProperty.MessageKind => ContentType.Word,
        _ => ContentType.Text,
    };

    /// <summary>The words that a property of words takes.</summary>
    public static IReadOnlyList<string> WordsOf(ContentProperty property) => property == ContentProperty.Importance ? Importances : Kinds;

    /// <summary>Whether an operator makes sense for values of a type.</summary>
    public static bool Takes(ContentType type, ContentOperator comparison) => comparison switch
    {
        ContentOperator.Eq or ContentOperator.Ne => true,
        ContentOperator.Like or ContentOperator.NotLike => type is ContentType.Text or ContentType.Word,
        _ => type is ContentType.Moment or ContentType.Size,
    };

    /// <summary>Whether a property is known without the content of an item.</summary>
    public static bool IsOutside(ContentProperty property) => property is ContentProperty.Subject or ContentProperty.Size or ContentProperty.Start
        or ContentProperty.End or ContentProperty.UID or ContentProperty.IsRecurring or ContentProperty.MessageKind;
}

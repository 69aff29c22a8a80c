using Restoration.Items;

namespace Restoration.Policies.Content;

/// <summary>What an item of any class says to a content filter.</summary>
public sealed record ContentProperties
{
    /// <summary>The size of the content in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The texts by property; what is not in it has none.</summary>
    public IReadOnlyDictionary<ContentProperty, IReadOnlyList<string>> AllTexts { get; init; } = new Dictionary<ContentProperty, IReadOnlyList<string>>();

    /// <summary>The moments by property.</summary>
    public IReadOnlyDictionary<ContentProperty, DateTimeOffset> Moments { get; init; } = new Dictionary<ContentProperty, DateTimeOffset>();

    /// <summary>The truth values that are true.</summary>
    public IReadOnlySet<ContentProperty> Truths { get; init; } = new HashSet<ContentProperty>();

    /// <summary>The texts of a property.</summary>
    public IEnumerable<string> Texts(ContentProperty property) => property == ContentProperty.All
        ? AllTexts.Values.SelectMany(texts => texts)
        : AllTexts.GetValueOrDefault(property, []);

    /// <summary>The moment of a property; null if it has none.</summary>
    public DateTimeOffset? Moment(ContentProperty property) => Moments.TryGetValue(property, out DateTimeOffset moment) ? moment : null;

    /// <summary>The truth value of a property.</summary>
    public bool Truth(ContentProperty property) => Truths.Contains(property);

    /// <summary>Whether the item has no value of a property.</summary>
    public bool IsMissing(ContentProperty property) => ContentTypes.Of(property) switch
    {
        ContentType.Truth or ContentType.Size => false,
        ContentType.Moment => Moment(property) is null,
        _ => !Texts(property).Any(text => text.Length > 0),
    };

    /// <summary>The properties of an item.</summary>
    /// <param name="item">The item, with its content if the filter has to see it.</param>
    /// <param name="codec">Reads the content; null if the filter does without.</param>
    public static ContentProperties Of(Item item, IItemCodec? codec) => codec is null ? OfOutside(item)
        : item.ItemClass == ItemClasses.Appointment ? AppointmentProperties.Of(item, codec.Decode(item))
        : MessageProperties.Of(item, codec.DecodeMessage(item));

    /// <summary>What can be told of an item of any class without its content.</summary>
    internal static ContentProperties OfOutside(Item item)
    {
        Dictionary<ContentProperty, DateTimeOffset> moments = [];
        Add(ContentProperty.Start, item.Start);
        Add(ContentProperty.End, item.End);
        return new ContentProperties
        {
            Size = item.Size,
            AllTexts = new Dictionary<ContentProperty, IReadOnlyList<string>>
            {
                [ContentProperty.Subject] = [item.Subject],
                [ContentProperty.UID] = item.Key.Uid is { } uid ? [uid] : [],
                [ContentProperty.MessageKind] = [MessageKinds.Of(item.ItemClass).ToString()],
            },
            Moments = moments,
            Truths = item.IsSeries ? new HashSet<ContentProperty> { ContentProperty.IsRecurring } : [],
        };

        void Add(ContentProperty property, CalendarTime? time)
        {
            if (time is { } known)
            {
                moments.Add(property, known.SortKey);
            }
        }
    }
}

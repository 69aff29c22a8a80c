using Restoration.Items;

namespace Restoration.Policies;

/// <summary>Which items a restore, list or export is about. Everything that is given has to fit.</summary>
public sealed record ItemFilter
{
    /// <summary>Takes every item.</summary>
    public static ItemFilter All { get; } = new();

    /// <summary>When the appointment is: it overlaps this window, a series by one of its occurrences.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>Patterns, as <see cref="TextPattern"/> reads them, of which the subject has to fit one.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Patterns of which the subject may fit none.</summary>
    public IReadOnlyList<string> ExcludedSubjects { get; init; } = [];

    /// <summary>Patterns of which one category has to fit one.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Patterns of which no category may fit one.</summary>
    public IReadOnlyList<string> ExcludedCategories { get; init; } = [];

    /// <summary>The UIDs, ordinally, or patterns of which the UID has to fit one.</summary>
    public IReadOnlyList<string> Uids { get; init; } = [];

    /// <summary>Patterns of which the organizer's name or address has to fit one.</summary>
    public IReadOnlyList<string> Organizers { get; init; } = [];

    /// <summary>Patterns of which the name or address of one attendee has to fit one.</summary>
    public IReadOnlyList<string> Attendees { get; init; } = [];

    /// <summary>The sensitivities of which the item has to have one; empty for any.</summary>
    public IReadOnlyList<Sensitivity> Sensitivities { get; init; } = [];

    /// <summary>The kinds of which the item has to be one; empty for any.</summary>
    public IReadOnlyList<ItemKind> Kinds { get; init; } = [];

    /// <summary>The UIDs of series whose changed occurrences all fit, whatever else is asked.</summary>
    public HashSet<string> WholeSeries { get; init; } = [];

    /// <summary>Whether the filter can pass every item.</summary>
    public bool IsEmpty => this == All
        || (Window is null && Subjects.Count + ExcludedSubjects.Count + Uids.Count + Kinds.Count == 0 && !LooksInside);

    private bool LooksInside => Categories.Count + ExcludedCategories.Count + Organizers.Count + Attendees.Count + Sensitivities.Count > 0;

    /// <summary>Whether the filter has to see the content of this item to decide.</summary>
    public bool NeedsContent(Item item) => LooksInside || (Window is not null && item.IsSeries);

    /// <summary>Whether the item fits.</summary>
    /// <param name="item">The item, with content if <see cref="NeedsContent"/> says so.</param>
    /// <param name="codec">Reads the content.</param>
    public bool Accepts(Item item, IItemCodec codec)
    {
        if (IsOfWholeSeries(item))
        {
            return true;
        }

        if (!AcceptsOutside(item))
        {
            return false;
        }

        if (Window is not null && item.IsSeries && !codec.Occurs(item, Window.From, Window.To))
        {
            return false;
        }

        return !LooksInside || AcceptsInside(codec.Decode(item));
    }

    /// <summary>Whether the item fits as far as can be told without its content.</summary>
    public bool AcceptsOutside(Item item)
        => IsOfWholeSeries(item) || ((Uids.Count == 0 || (item.Key.Uid is { } uid && Uids.Any(wanted => IsUid(wanted, uid))))
            && (Kinds.Count == 0 || Kinds.Contains(ItemKinds.Of(item)))
            && AcceptsSubject(item.Subject)
            && (Window is null || Window.MayOverlap(item)));

    /// <summary>Whether a subject fits.</summary>
    public bool AcceptsSubject(string subject)
        => TextPattern.IsMatch(Subjects, subject)
            && (ExcludedSubjects.Count == 0 || !TextPattern.IsMatch(ExcludedSubjects, subject));

    private bool IsOfWholeSeries(Item item)
        => WholeSeries.Count > 0 && item.Key is { Uid: { } uid, RecurrenceId: not null } && WholeSeries.Contains(uid);

    private static bool IsUid(string wanted, string uid)
        => string.Equals(wanted, uid, StringComparison.Ordinal) || (Wildcard.HasWildcard(wanted) && Wildcard.IsMatch(wanted, uid));

    private bool AcceptsInside(Appointment appointment)
        => AcceptsCategories(appointment.Categories)
            && (Organizers.Count == 0 || (appointment.Organizer is { } organizer && IsPerson(Organizers, organizer)))
            && (Attendees.Count == 0 || appointment.Attendees.Any(attendee => IsPerson(Attendees, attendee)))
            && (Sensitivities.Count == 0 || Sensitivities.Contains(appointment.Sensitivity));

    private bool AcceptsCategories(IReadOnlyList<string> categories)
        => (Categories.Count == 0 || categories.Any(category => TextPattern.IsMatch(Categories, category)))
            && (ExcludedCategories.Count == 0 || !categories.Any(category => TextPattern.IsMatch(ExcludedCategories, category)));

    private static bool IsPerson(IReadOnlyList<string> patterns, Attendee person)
        => TextPattern.IsMatch(patterns, person.Email ?? person.Address) || (person.Name is { } name && TextPattern.IsMatch(patterns, name));
}

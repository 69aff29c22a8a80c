using Restoration.Items;

namespace Restoration.Policies;

/// <summary>Which items a restore, list or export is about. Everything that is given has to fit.</summary>
public sealed record ItemFilter
{
    /// <summary>Takes every item.</summary>
    public static ItemFilter All { get; } = new();

    /// <summary>When the appointment is: it overlaps this window, a series by one of its occurrences.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>Patterns of which the subject has to fit one.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Patterns of which the subject may fit none.</summary>
    public IReadOnlyList<string> ExcludedSubjects { get; init; } = [];

    /// <summary>Patterns of which one category has to fit one.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Patterns of which no category may fit one.</summary>
    public IReadOnlyList<string> ExcludedCategories { get; init; } = [];

    /// <summary>The UIDs, ordinally, or patterns of which the UID has to fit one.</summary>
    public IReadOnlyList<string> Uids { get; init; } = [];

    /// <summary>The UIDs of series whose changed occurrences all fit, whatever else is asked.</summary>
    public HashSet<string> WholeSeries { get; init; } = [];

    /// <summary>Whether the filter can pass every item.</summary>
    public bool IsEmpty => this == All || (Window is null && Subjects.Count + ExcludedSubjects.Count + Categories.Count + ExcludedCategories.Count + Uids.Count == 0);

    /// <summary>Whether the filter has to see the content of this item to decide.</summary>
    public bool NeedsContent(Item item) => Categories.Count > 0 || ExcludedCategories.Count > 0 || (Window is not null && item.IsSeries);

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

        return (Categories.Count == 0 && ExcludedCategories.Count == 0) || AcceptsCategories(codec.Decode(item).Categories);
    }

    /// <summary>Whether the item fits as far as can be told without its content.</summary>
    public bool AcceptsOutside(Item item)
        => IsOfWholeSeries(item) || ((Uids.Count == 0 || (item.Key.Uid is { } uid && Uids.Any(wanted => IsUid(wanted, uid))))
            && AcceptsSubject(item.Subject)
            && (Window is null || Window.MayOverlap(item)));

    /// <summary>Whether a subject fits.</summary>
    public bool AcceptsSubject(string subject)
        => Wildcard.IsMatch(Subjects, subject)
            && (ExcludedSubjects.Count == 0 || !Wildcard.IsMatch(ExcludedSubjects, subject));

    private bool IsOfWholeSeries(Item item)
        => WholeSeries.Count > 0 && item.Key is { Uid: { } uid, RecurrenceId: not null } && WholeSeries.Contains(uid);

    private static bool IsUid(string wanted, string uid)
        => string.Equals(wanted, uid, StringComparison.Ordinal) || (Wildcard.HasWildcard(wanted) && Wildcard.IsMatch(wanted, uid));

    private bool AcceptsCategories(IReadOnlyList<string> categories)
        => (Categories.Count == 0 || categories.Any(category => Wildcard.IsMatch(Categories, category)))
            && (ExcludedCategories.Count == 0 || !categories.Any(category => Wildcard.IsMatch(ExcludedCategories, category)));
}

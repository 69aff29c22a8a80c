using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Requests;

/// <summary>What is asked for in every restore, whatever the source: where to, which items, and what to do on a match.</summary>
public sealed record RestoreSettings
{
    /// <summary>Where to restore to.</summary>
    public Location Destination { get; init; } = Location.Original;

    /// <summary>What to do with what the destination has already.</summary>
    public ConflictResolutionOption ConflictResolution { get; init; } = ConflictResolutionOption.KeepTargetItem;

    /// <summary>How much alike items have to be to count as the same.</summary>
    public DuplicateDetection Duplicates { get; init; } = DuplicateDetection.Exact;

    /// <summary>Which items.</summary>
    public ItemFilter Filter { get; init; } = ItemFilter.All;

    /// <summary>Whether only items in one state are restored.</summary>
    public ItemStates Only { get; init; } = ItemStates.Any;

    /// <summary>The most items that are taken; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Which items come under the limit first.</summary>
    public ItemOrder Order { get; init; } = ItemOrder.Source;

    /// <summary>The format of a file to restore to, if its name is not to say it.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a file to restore to may be added to.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a file to restore to gets what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>What dates without a zone mean in files.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language that dates such as 03/04/2026 are written in, in files.</summary>
    public string? Culture { get; init; }

    /// <summary>The request's name; null for the next default name.</summary>
    public string? Name { get; init; }

    /// <summary>The saved configuration that is run.</summary>
    public long? ConfigurationId { get; init; }

    /// <summary>The draft with these settings laid over it.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: they contradict each other.</exception>
    public RequestDraft ApplyTo(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check();
        return draft with
        {
            Destination = Destination,
            Name = Name,
            ConflictResolution = ConflictResolution,
            ConfigurationId = ConfigurationId,
            Options = draft.Options with
            {
                Filter = Filter,
                Duplicates = Duplicates,
                Only = Only,
                Limit = Limit,
                Order = Order,
                DestinationFormat = Format,
                Force = Force,
                IncludeMetadata = IncludeMetadata,
                TimeZone = TimeZone,
                Culture = Culture,
            },
        };
    }

    /// <summary>Looks at the settings for themselves.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public void Check()
    {
        if (Limit <= 0)
        {
            throw new RestorationException(FailureCode.InvalidArgument, FormattableString.Invariant($"A limit of {Limit} takes nothing. Write 1 or more."), "limit");
        }

        if (Order != ItemOrder.Source && Limit is null)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, "An order says which items come under a limit first. Give a limit too, or leave the order out.", "orderBy");
        }

        IReadOnlyList<string>[] patterns = [Filter.Subjects, Filter.ExcludedSubjects, Filter.Categories, Filter.ExcludedCategories, Filter.Organizers, Filter.Attendees];
        foreach (string pattern in patterns.SelectMany(list => list))
        {
            TextPattern.Check(pattern);
        }
    }
}

namespace Restoration.Files;

/// <summary>Which occurrences are asked for.</summary>
public sealed record OccurrenceQuery
{
    /// <summary>How many occurrences are given where nobody says: series may go on for ever.</summary>
    public const int DefaultLimit = 1000;

    /// <summary>The first moment that an occurrence may overlap; null for no limit. Dates and floating times count as if they were UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The moment after the last; null for no limit.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The most occurrences to give: the first ones.</summary>
    public int Limit { get; init; } = DefaultLimit;
}

using Restoration.Failures;

namespace Restoration.Files;

/// <summary>How files are converted.</summary>
public sealed record ConversionOptions
{
    /// <summary>The format of the sources; null to recognise it by content.</summary>
    public string? From { get; init; }

    /// <summary>The format to write; null for the one that the target's name says.</summary>
    public string? To { get; init; }

    /// <summary>What dates without a zone mean, in formats where that is a question.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language that dates such as <c>03/04/2026</c> are written in.</summary>
    public string? Culture { get; init; }

    /// <summary>Whether a file that exists may be overwritten.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to write what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>Whether only to find out what the target could not hold; nothing is written.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>Hears what the target cannot hold, before it appears.</summary>
    public IProgress<Finding>? Losses { get; init; }

    /// <summary>What outcomes and findings call the source; null for its path.</summary>
    public string? DisplayName { get; init; }
}

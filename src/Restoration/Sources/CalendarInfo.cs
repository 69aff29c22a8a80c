using Restoration.Items;

namespace Restoration.Sources;

/// <summary>What a file says of the calendar that it holds, besides its items.</summary>
public sealed record CalendarInfo
{
    /// <summary>The calendar's display name (X-WR-CALNAME).</summary>
    public string? Name { get; init; }

    /// <summary>The mailbox that it was exported from.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The folder that it was exported from.</summary>
    public FolderPath? Folder { get; init; }

    /// <summary>The moment whose state the file holds.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>How many items the file says it has.</summary>
    public long? ItemCount { get; init; }

    /// <summary>The properties of the calendar itself that have no name here, as they were written.</summary>
    public IReadOnlyList<CalendarProperty> Properties { get; init; } = [];
}

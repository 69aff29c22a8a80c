using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests.MailboxRestores;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>What it takes to open a request's source and destination again; kept with the request as JSON.</summary>
public sealed record RequestOptions
{
    /// <summary>The files of the source.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The format of the source's files, if it is not to be recognised.</summary>
    public string? SourceFormat { get; init; }

    /// <summary>What messages call the source's file if that is only a copy, such as <c>standard input</c>; null for its path.</summary>
    public string? SourceName { get; init; }

    /// <summary>What dates without a zone mean.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language that dates such as <c>03/04/2026</c> are written in.</summary>
    public string? Culture { get; init; }

    /// <summary>The backups of the source.</summary>
    public IReadOnlyList<Guid> Backups { get; init; } = [];

    /// <summary>The locations of a source that is made up of several.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether the request keeps the entries of its source itself.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Which folders and items of a mailbox, for a mailbox restore.</summary>
    public MailboxRestoreOptions? MailboxRestore { get; init; }

    /// <summary>Which items.</summary>
    public ItemFilter Filter { get; init; } = ItemFilter.All;

    /// <summary>How much alike items have to be to count as the same.</summary>
    public DuplicateDetection Duplicates { get; init; } = DuplicateDetection.Exact;

    /// <summary>Whether only items in one state are restored.</summary>
    public ItemStates Only { get; init; } = ItemStates.Any;

    /// <summary>The most items of the source that are taken; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Which items come under the limit first.</summary>
    public ItemOrder Order { get; init; } = ItemOrder.Source;

    /// <summary>The entries of the source, by their ordinals, that the user declined when asked item by item.</summary>
    public IReadOnlyList<long> Declined { get; init; } = [];

    /// <summary>The duplicates, by their numbers in the store, that a removal is about; empty for all items that the filter lets through.</summary>
    public IReadOnlyList<long> Items { get; init; } = [];

    /// <summary>The format of the destination's file, if its name is not to say it.</summary>
    public string? DestinationFormat { get; init; }

    /// <summary>Whether a file that exists may be rewritten, and whether an undo goes on over later changes.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a file of the destination gets what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>Reads the form that <see cref="ToJson"/> writes.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.StoreCorrupt"/>.</exception>
    public static RequestOptions Parse(string? json) => json is null ? new RequestOptions() : RequestOptionsJson.Read(json);

    /// <summary>How the source's files are read.</summary>
    public FileSourceOptions ToReading() => new() { Format = SourceFormat, TimeZone = TimeZone, Culture = Culture, DisplayName = SourceName };

    /// <summary>The options as JSON.</summary>
    public string ToJson() => RequestOptionsJson.Write(this);
}

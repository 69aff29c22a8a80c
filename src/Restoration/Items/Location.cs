using Restoration.Failures;

namespace Restoration.Items;

/// <summary>
/// The text form of a source or destination, the same in parameters, configurations, journal and audit trail.
/// </summary>
public sealed record Location
{
    private static readonly string[] FileEndings = [".ics", ".ical", ".ifb", ".vcs", ".csv", ".tsv", ".json", ".ndjson", ".jsonl", ".gz"];

    private Location(LocationKind kind) => Kind = kind;

    /// <summary>Where it points.</summary>
    public LocationKind Kind { get; }

    /// <summary>The mailbox, for <see cref="LocationKind.Store"/>, <see cref="LocationKind.Mailbox"/>, <see cref="LocationKind.Backup"/> and <see cref="LocationKind.Graph"/>.</summary>
    public string? Mailbox { get; private init; }

    /// <summary>The folder in the mailbox; of a whole mailbox, the folder that it is all below of.</summary>
    public FolderPath Folder { get; private init; }

    /// <summary>The scheme of a connector, such as <c>x-notes</c>, for <see cref="LocationKind.Extension"/>.</summary>
    public string? Scheme { get; private init; }

    /// <summary>The path of a file, the id of a backup or of a request, or the moment of a backup.</summary>
    public string? Target { get; private init; }

    /// <summary>Whether it is more places than one, so that each item has to say its own.</summary>
    public bool HasManyPlaces => Kind is LocationKind.Original or LocationKind.Mailbox;

    /// <summary>Wherever each item was.</summary>
    public static Location Original { get; } = new(LocationKind.Original);

    /// <summary>The store's own audit trail.</summary>
    public static Location OwnAuditTrail { get; } = new(LocationKind.Audit);

    /// <summary>A folder of the store.</summary>
    public static Location OfStore(string mailbox, FolderPath folder) => new(LocationKind.Store) { Mailbox = mailbox, Folder = folder };

    /// <summary>A whole mailbox.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="root">The folder that it is all below of; null for the top.</param>
    public static Location OfMailbox(string mailbox, FolderPath? root = null) => new(LocationKind.Mailbox) { Mailbox = mailbox, Folder = root ?? default };

    /// <summary>An export file.</summary>
    public static Location OfFile(string path) => new(LocationKind.File) { Target = path };

    /// <summary>A backup by its id.</summary>
    public static Location OfBackup(string id) => new(LocationKind.Backup) { Target = id };

    /// <summary>Files of audit records.</summary>
    public static Location OfAudit(string paths) => new(LocationKind.Audit) { Target = paths };

    /// <summary>The journal of a request.</summary>
    public static Location OfRequest(Guid id) => new(LocationKind.Request) { Target = id.ToString() };

    /// <summary>Reads a location. A text without a kind is a file if it ends like one.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidLocation"/>: the text is no location.</exception>
    public static Location Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string kind = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        string rest = colon < 0 ? text : text[(colon + 1)..];
        return kind switch
        {
            "store" => InMailbox(LocationKind.Store, rest, text),
            "mailbox" => InMailbox(LocationKind.Mailbox, rest, text),
            "graph" => InMailbox(LocationKind.Graph, rest, text),
            "backup" => Backup(rest, text),
            "file" when rest.Length > 0 => OfFile(rest),
            "audit" => rest.Length == 0 ? OwnAuditTrail : OfAudit(rest),
            "request" when Guid.TryParse(rest, out Guid id) => OfRequest(id),
            "original" when rest.Length == 0 => Original,
            ['x', '-', _, ..] when rest.Length > 0 => new Location(LocationKind.Extension) { Scheme = kind, Target = rest },
            _ when Array.Exists(FileEndings, ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) => OfFile(text),
            _ => throw Malformed(text),
        };
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Kind switch
    {
        LocationKind.Store => $"store:{Mailbox}/{Folder}",
        LocationKind.Mailbox => Folder == default ? $"mailbox:{Mailbox}" : $"mailbox:{Mailbox}/{Folder}",
        LocationKind.Graph => $"graph:{Mailbox}/{Folder}",
        LocationKind.Backup when Mailbox is null => $"backup:{Target}",
        LocationKind.Backup => Target is null ? $"backup:{Mailbox}/{Folder}" : $"backup:{Mailbox}/{Folder}@{Target}",
        LocationKind.File => $"file:{Target}",
        LocationKind.Audit => $"audit:{Target}",
        LocationKind.Request => $"request:{Target}",
        LocationKind.Extension => $"{Scheme}:{Target}",
        _ => "original:",
    };

    private static Location Backup(string rest, string text)
    {
        if (Guid.TryParse(rest, out _))
        {
            return OfBackup(rest);
        }

        // The mailbox may hold an '@' of its own; the moment's comes after the folder.
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        int at = rest.LastIndexOf('@');
        return slash >= 0 && at > slash
            ? InMailbox(LocationKind.Backup, rest[..at], text) with { Target = rest[(at + 1)..] }
            : InMailbox(LocationKind.Backup, rest, text);
    }

    private static Location InMailbox(LocationKind kind, string rest, string text)
    {
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string mailbox = (slash < 0 ? rest : rest[..slash]).Trim();
        string folder = slash < 0 ? "" : rest[(slash + 1)..];
        return mailbox.Length == 0
            ? throw Malformed(text)
            : new Location(kind) { Mailbox = mailbox, Folder = folder.Trim('/', ' ').Length > 0 ? FolderPath.Parse(folder) : FolderOf(kind) };
    }

    private static FolderPath FolderOf(LocationKind kind) => kind == LocationKind.Mailbox ? default : FolderPath.Calendar;

    private static RestorationException Malformed(string text) => new(
        FailureCode.InvalidLocation,
        $"'{text}' is no location. Write store:mailbox/calendar, mailbox:mailbox, file:path, backup:mailbox/calendar@date, graph:mailbox/calendar or original:.",
        text);
}

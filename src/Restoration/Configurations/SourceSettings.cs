using Restoration.Items;
using Restoration.Losses;
using Restoration.Policies;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Configurations;

/// <summary>The source of a configuration.</summary>
internal sealed record SourceSettings
{
    /// <summary>What is asked of audit records, for <see cref="SourceType.AuditLog"/>.</summary>
    public AuditLogRestoreOptions? AuditLog { get; private init; }

    /// <summary>The backups, for <see cref="SourceType.BackupCalendar"/>.</summary>
    public IReadOnlyList<Location> Locations { get; private init; } = [];

    /// <summary>The calendars of any mailbox that serve as backups, for <see cref="SourceType.BackupCalendar"/>.</summary>
    public IReadOnlyList<string> Calendars { get; private init; } = [];

    /// <summary>The files, for <see cref="SourceType.ExportFile"/>; wildcards are allowed.</summary>
    public IReadOnlyList<string> Paths { get; private init; } = [];

    /// <summary>The files' format.</summary>
    public string? Format { get; private init; }

    /// <summary>What dates without a zone mean in the files.</summary>
    public string? TimeZone { get; private init; }

    /// <summary>The language that dates are written in, in the files.</summary>
    public string? Culture { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="type">The type of the source.</param>
    /// <param name="json">The source.</param>
    /// <param name="dates">Reads dates.</param>
    /// <param name="formats">The file formats.</param>
    /// <param name="folder">The folder that paths are taken from unless they begin at a root.</param>
    public static SourceSettings Read(SourceType type, string json, DateRange dates, FormatCatalog formats, string folder)
    {
        SettingsObject settings = new("source", json);
        SourceSettings read = type switch
        {
            SourceType.AuditLog => ReadAuditLog(settings, dates, folder),
            SourceType.BackupCalendar => ReadBackups(settings, folder),
            _ => ReadFiles(settings, dates, formats, folder),
        };
        settings.End();
        return read;
    }

    private static SourceSettings ReadAuditLog(SettingsObject settings, DateRange dates, string folder)
    {
        string? zone = settings.Text("timeZone");
        DateWindow? lost = dates.Parse(settings.Text("startDate"), settings.Text("endDate"), zone);
        return new SourceSettings
        {
            AuditLog = new AuditLogRestoreOptions
            {
                Paths = Full(settings.Texts("path", "paths"), folder),
                Losses = new LossFilter
                {
                    StartDate = lost?.From,
                    EndDate = lost?.To,
                    Mailboxes = settings.Texts("mailbox", "mailboxes"),
                    Operations = settings.Texts("operation", "operations"),
                    Actors = settings.Texts("actor", "actors"),
                    Subjects = settings.Texts("subject", "subjects"),
                },
                BackupPaths = Full(settings.Texts("backupPath", "backupPaths"), folder),
                BackupTime = dates.Parse(settings.Text("backupTime"), null, zone)?.From,
                TimeZone = zone,
                IncludeAmbiguous = settings.Flag("includeAmbiguous", false),
                AllowPlaceholder = settings.Flag("allowPlaceholder", false),
            },
            TimeZone = zone,
        };
    }

    private static SourceSettings ReadBackups(SettingsObject settings, string folder)
    {
        Location[] locations = [.. settings.Texts("location", "locations").Select(Location.Parse).Select(Full)];
        IReadOnlyList<string> calendars = settings.Texts("calendar", "calendars");
        string? mailbox = settings.Text("mailbox");
        if (locations.Length + calendars.Count == 0)
        {
            throw settings.Invalid("calendars", "is missing, and so is 'locations'");
        }

        if (locations.FirstOrDefault(location => location.Kind is not (LocationKind.Store or LocationKind.Backup or LocationKind.File or LocationKind.Extension)) is { } other)
        {
            throw settings.Invalid("locations", $"has '{other}', which is no backup");
        }

        Location Full(Location location)
            => location.Kind == LocationKind.File ? Location.OfFile(Path.GetFullPath(location.Target!, folder)) : location;

        return mailbox is null
            ? new SourceSettings { Locations = locations, Calendars = [.. calendars.Select(calendar => FolderPath.Parse(calendar).ToString())] }
            : new SourceSettings { Locations = [.. locations, .. calendars.Select(calendar => Location.OfStore(mailbox, FolderPath.Parse(calendar)))] };
    }

    private static SourceSettings ReadFiles(SettingsObject settings, DateRange dates, FormatCatalog formats, string folder)
    {
        IReadOnlyList<string> paths = Full(settings.Texts("path", "paths"), folder);
        string? format = settings.Text("format");
        string? zone = settings.Text("timeZone");
        dates.Parse(null, null, zone);
        return new SourceSettings
        {
            Paths = paths.Count > 0 ? paths : throw settings.Invalid("paths", "is missing"),
            Format = format is null ? null : formats.Get(format).Name,
            TimeZone = zone,
            Culture = settings.Text("culture"),
        };
    }

    private static IReadOnlyList<string> Full(IReadOnlyList<string> paths, string folder) => [.. paths.Select(path => Path.GetFullPath(path, folder))];
}

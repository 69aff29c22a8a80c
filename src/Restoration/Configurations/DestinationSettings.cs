using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Configurations;

/// <summary>The destination of a configuration.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Location">Where to; null if only the calendar's name is known.</param>
/// <param name="Calendar">The calendar, in a mailbox that is found when the configuration is run.</param>
/// <param name="Format">The format of a file.</param>
/// <param name="Force">Whether a file may be added to.</param>
/// <param name="IncludeMetadata">Whether a file gets what only this program reads.</param>
internal sealed record DestinationSettings(LocationKind Kind, Location? Location, FolderPath Calendar, string? Format, bool Force, bool IncludeMetadata)
{
    /// <summary>Reads it.</summary>
    /// <param name="type">The type of the destination.</param>
    /// <param name="json">The destination.</param>
    /// <param name="formats">The file formats.</param>
    /// <param name="folder">The folder that a path is taken from unless it begins at a root.</param>
    public static DestinationSettings Read(DestinationType type, string json, FormatCatalog formats, string folder)
    {
        SettingsObject settings = new("destination", json);
        DestinationSettings read = type == DestinationType.ExportFile
            ? ReadFile(settings, formats, folder)
            : ReadCalendar(settings, type == DestinationType.LocalCalendar ? LocationKind.Store : LocationKind.Graph);
        settings.End();
        return read;
    }

    private static DestinationSettings ReadFile(SettingsObject settings, FormatCatalog formats, string folder)
    {
        string path = settings.Text("path") ?? throw settings.Invalid("path", "is missing");
        string? format = settings.Text("format");
        _ = formats.ForKeeping(format, path);
        return new DestinationSettings(
            LocationKind.File, Location.OfFile(Path.GetFullPath(path, folder)), default, format, settings.Flag("force", false), settings.Flag("includeMetadata", true));
    }

    private static DestinationSettings ReadCalendar(SettingsObject settings, LocationKind kind)
    {
        string? text = settings.Text("location");
        string? mailbox = settings.Text("mailbox");
        string? calendar = settings.Text("calendar");
        if (text is not null)
        {
            Location location = Location.Parse(text);
            return (mailbox ?? calendar) is not null
                ? throw settings.Invalid("location", "says mailbox and calendar already; leave those out")
                : location.Kind == kind || (kind == LocationKind.Store && location.Kind == LocationKind.Original)
                    ? new DestinationSettings(location.Kind, location, location.Folder, null, false, true)
                    : throw settings.Invalid("location", $"is '{text}', which is no location of this type");
        }

        FolderPath path = FolderPath.Parse(calendar ?? throw settings.Invalid("calendar", "is missing"));
        if (Policies.Wildcard.HasWildcard($"{mailbox}{calendar}"))
        {
            throw settings.Invalid("calendar", "has a wildcard, but names one calendar to write to");
        }

        string scheme = kind == LocationKind.Store ? "store" : "graph";
        return new DestinationSettings(kind, mailbox is null ? null : Location.Parse($"{scheme}:{mailbox}/{path}"), path, null, false, true);
    }
}

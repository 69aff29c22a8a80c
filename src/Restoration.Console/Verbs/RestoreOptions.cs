using System.CommandLine;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Console.Verbs;

/// <summary>Options of the verbs that restore.</summary>
internal static class RestoreOptions
{
    public static Option<ConflictResolutionOption> ConflictResolution() => new Option<ConflictResolutionOption>("--conflict-resolution-option")
    {
        Description = $"What to do with an item that the destination has in another version: {string.Join(", ", Enum.GetNames<ConflictResolutionOption>())}.",
        HelpName = "OPTION",
        DefaultValueFactory = _ => ConflictResolutionOption.KeepTargetItem,
    }.Named();

    public static Option<string?> Destination() => new("--destination")
    {
        Description = "Where to restore to: store:mailbox/calendar, file:path, or original: (each to where it was). Default: original:.",
        HelpName = "LOCATION",
    };

    /// <summary>A destination; a file by its full path, because the request outlives the folder it was asked for in.</summary>
    public static Location Place(string text)
    {
        Location location = Location.Parse(text);
        return location.Kind == LocationKind.File ? Location.OfFile(FilePaths.Full(location.Target!)) : location;
    }
}

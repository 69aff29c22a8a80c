using System.CommandLine;
using Restoration.Policies;

namespace Restoration.Console.Verbs;

/// <summary>Options of the verbs that restore.</summary>
internal static class RestoreOptions
{
    public static Option<ConflictResolutionOption> ConflictResolution() => new("--conflict-resolution-option")
    {
        Description = "What to do when the destination has the item already.",
        HelpName = string.Join("|", Enum.GetNames<ConflictResolutionOption>()),
        DefaultValueFactory = _ => ConflictResolutionOption.KeepTargetItem,
    };

    public static Option<string?> Destination() => new("--destination")
    {
        Description = "Where to restore to: store:mailbox/calendar, file:path, or original: (each where it was).",
        HelpName = "LOCATION",
    };
}

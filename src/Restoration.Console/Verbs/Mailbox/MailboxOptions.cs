using System.CommandLine;
using Restoration.Items;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary>Options that the verbs of mailboxes in files share.</summary>
internal static class MailboxOptions
{
    public static Option<string?> Format(string description) => new("--format") { Description = description, HelpName = "FORMAT" };

    public static Option<string?> Folder(string description) => new("--folder") { Description = description, HelpName = "FOLDER" };

    /// <summary>The folder that was named; null if none was.</summary>
    public static FolderPath? ReadFolder(VerbContext context, Option<string?> option)
        => context.Parse.GetValue(option) is { } text ? FolderPath.Parse(text) : null;
}

using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>The table of well-known folders: what each is called where nobody says otherwise, and what it holds. Pure.</summary>
public static class WellKnownFolders
{
    private static readonly IReadOnlyDictionary<WellKnownFolder, (FolderPath Path, FolderKind Kind)> Table =
        new Dictionary<WellKnownFolder, (FolderPath, FolderKind)>
        {
            [WellKnownFolder.Inbox] = Row("Inbox"),
            [WellKnownFolder.SentItems] = Row("Sent Items"),
            [WellKnownFolder.DeletedItems] = Row("Deleted Items"),
            [WellKnownFolder.Drafts] = Row("Drafts"),
            [WellKnownFolder.Outbox] = Row("Outbox"),
            [WellKnownFolder.JunkEmail] = Row("Junk Email"),
            [WellKnownFolder.Calendar] = Row("Calendar", FolderKind.Calendar),
            [WellKnownFolder.Contacts] = Row("Contacts", FolderKind.Contacts),
            [WellKnownFolder.Tasks] = Row("Tasks", FolderKind.Tasks),
            [WellKnownFolder.Notes] = Row("Notes", FolderKind.Notes),
            [WellKnownFolder.Journal] = Row("Journal", FolderKind.Journal),
            [WellKnownFolder.CommunicatorHistory] = Row("Conversation History"),
            [WellKnownFolder.Voicemail] = Row("Voice Mail"),
            [WellKnownFolder.Fax] = Row("Fax"),
            [WellKnownFolder.SyncIssues] = Row("Sync Issues"),
            [WellKnownFolder.Conflicts] = Row("Sync Issues/Conflicts"),
            [WellKnownFolder.LocalFailures] = Row("Sync Issues/Local Failures"),
            [WellKnownFolder.ServerFailures] = Row("Sync Issues/Server Failures"),
            [WellKnownFolder.RecoverableItems] = Row("Recoverable Items"),
            [WellKnownFolder.Deletions] = Row("Recoverable Items/Deletions"),
            [WellKnownFolder.Versions] = Row("Recoverable Items/Versions"),
            [WellKnownFolder.Purges] = Row("Recoverable Items/Purges"),
        };

    private static readonly IReadOnlyDictionary<FolderPath, WellKnownFolder> ByPath = Table.ToDictionary(row => row.Value.Path, row => row.Key);

    // Exchange's own documents write the first of these in one place and the second in another.
    private static readonly IReadOnlyDictionary<string, WellKnownFolder> ByName = Table.Keys
        .Select(folder => (Name: folder.ToString(), Folder: folder))
        .Append((Name: "CommunicationHistory", Folder: WellKnownFolder.CommunicatorHistory))
        .Append((Name: "ConversationHistory", Folder: WellKnownFolder.CommunicatorHistory))
        .ToDictionary(row => row.Name, row => row.Folder, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that folder filters know.</summary>
    public static IEnumerable<string> Names => Table.Keys.Select(folder => folder.ToString());

    /// <summary>Where the folder is in a mailbox that has no other name for it.</summary>
    public static FolderPath PathOf(WellKnownFolder folder) => Table[folder].Path;

    /// <summary>What the folder holds.</summary>
    public static FolderKind KindOf(WellKnownFolder folder) => Table[folder].Kind;

    /// <summary>Which folder a path means by itself; null if none.</summary>
    public static WellKnownFolder? Find(FolderPath path) => ByPath.TryGetValue(path, out WellKnownFolder folder) ? folder : null;

    /// <summary>Which folder a name such as <c>SentItems</c> means, without case; null if none.</summary>
    public static WellKnownFolder? Find(string name) => ByName.TryGetValue(name, out WellKnownFolder folder) ? folder : null;

    /// <summary>Whether a folder is one of Recoverable Items, or below one.</summary>
    public static bool IsRecoverable(FolderPath path)
        => string.Equals(path.Segments[0], PathOf(WellKnownFolder.RecoverableItems).Name, StringComparison.OrdinalIgnoreCase);

    private static (FolderPath Path, FolderKind Kind) Row(string path, FolderKind kind = FolderKind.Mail) => (FolderPath.Parse(path), kind);
}

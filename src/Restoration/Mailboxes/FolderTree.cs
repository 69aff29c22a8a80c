using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>Which well-known folders the folders of a mailbox are, or are in. Pure.</summary>
public sealed class FolderTree
{
    private readonly Dictionary<FolderPath, WellKnownFolder> _known;
    private readonly Dictionary<WellKnownFolder, FolderPath> _paths;

    /// <summary>The tree of a mailbox.</summary>
    /// <param name="folders">All folders of the mailbox.</param>
    public FolderTree(IReadOnlyList<Folder> folders)
    {
        _known = folders.Where(folder => folder.WellKnown is not null).ToDictionary(folder => folder.Path, folder => folder.WellKnown!.Value);
        _paths = _known.ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>Where the mailbox has a well-known folder, or would have it.</summary>
    public FolderPath PathOf(WellKnownFolder folder) => _paths.TryGetValue(folder, out FolderPath path) ? path : WellKnownFolders.PathOf(folder);

    /// <summary>The well-known folders that a path is, or is below of: the nearest first.</summary>
    public IEnumerable<FolderAnchor> AnchorsOf(FolderPath path)
    {
        string below = "";
        for (FolderPath? at = path; at is { } folder; at = folder.Parent)
        {
            if (Find(folder) is { } known)
            {
                yield return new FolderAnchor(known, below);
            }

            below = below.Length == 0 ? folder.Name : $"{folder.Name}/{below}";
        }
    }

    // A folder that is only called like a well-known one is none where the mailbox has that elsewhere.
    private WellKnownFolder? Find(FolderPath path) => _known.TryGetValue(path, out WellKnownFolder known) ? known
        : WellKnownFolders.Find(path) is { } usual && !_paths.ContainsKey(usual) ? usual
        : null;
}

/// <summary>A well-known folder, and a path below it.</summary>
/// <param name="Folder">The well-known folder.</param>
/// <param name="Below">The path below it; empty for the folder itself.</param>
public readonly record struct FolderAnchor(WellKnownFolder Folder, string Below);

using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>
/// Where in a target mailbox the items of a source's folders go. Below a target folder they keep their paths; at the top each
/// well-known folder goes to the target's own, whatever it is called there. Pure.
/// </summary>
/// <param name="target">The address of the target mailbox.</param>
/// <param name="targetRoot">The folder that everything goes below of; null for the top.</param>
/// <param name="sourceRoot">The folder whose path is taken off; null for none.</param>
/// <param name="sourceFolders">The folders of the source.</param>
/// <param name="targetFolders">The folders of the target.</param>
public sealed class FolderPlacing(
    string target, FolderPath? targetRoot, FolderPath? sourceRoot, IReadOnlyList<Folder> sourceFolders, IReadOnlyList<Folder> targetFolders)
{
    private readonly FolderTree _source = new(sourceFolders);
    private readonly FolderTree _target = new(targetFolders);
    private readonly Dictionary<FolderPath, FolderKind> _kinds = sourceFolders.ToDictionary(folder => folder.Path, folder => folder.Kind);
    private readonly Dictionary<FolderPath, Location> _places = [];

    /// <summary>Where an item goes to that was there.</summary>
    public Location PlaceOf(FolderPath folder)
    {
        if (!_places.TryGetValue(folder, out Location? place))
        {
            _places.Add(folder, place = Location.OfStore(target, PathOf(folder)));
        }

        return place;
    }

    /// <summary>What a folder holds that has to be made for the items of another.</summary>
    public FolderKind KindOf(FolderPath folder) => _kinds.GetValueOrDefault(folder, FolderKind.Mail);

    private FolderPath PathOf(FolderPath folder)
    {
        string relative = FolderSelection.Below(folder, sourceRoot) ?? folder.ToString();
        if (targetRoot is { } root)
        {
            return relative.Length == 0 ? root : FolderPath.Parse($"{root}/{relative}");
        }

        // Nothing lies at the top itself: what was in the folder that is taken off keeps that one's name.
        FolderPath path = relative.Length == 0 ? FolderPath.Parse(folder.Name) : FolderPath.Parse(relative);
        FolderAnchor? anchor = Nearest(sourceRoot is null || relative.Length == 0 ? _source.AnchorsOf(folder) : new FolderTree([]).AnchorsOf(path));
        return anchor switch
        {
            null => path,
            { Below.Length: 0 } at => _target.PathOf(at.Folder),
            { } at => FolderPath.Parse($"{_target.PathOf(at.Folder)}/{at.Below}"),
        };
    }

    private static FolderAnchor? Nearest(IEnumerable<FolderAnchor> anchors)
    {
        foreach (FolderAnchor anchor in anchors)
        {
            return anchor;
        }

        return null;
    }
}

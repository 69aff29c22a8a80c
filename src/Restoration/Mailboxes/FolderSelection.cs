using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>Which folders of a mailbox a restore reads. Pure.</summary>
public sealed record FolderSelection
{
    /// <summary>The folders to read; empty for all.</summary>
    public IReadOnlyList<FolderRule> Include { get; init; } = [];

    /// <summary>The folders to leave out, whatever else is said.</summary>
    public IReadOnlyList<FolderRule> Exclude { get; init; } = [];

    /// <summary>Whether Recoverable Items are left out; if not, they are read whatever folders are named.</summary>
    public bool ExcludeDumpster { get; init; }

    /// <summary>The folder below which everything is; null for the top. Paths of rules begin there.</summary>
    public FolderPath? Root { get; init; }

    /// <summary>Whether a folder is read.</summary>
    public bool Selects(FolderPath path, FolderTree tree)
    {
        if (Below(path, Root) is not { } relative)
        {
            return false;
        }

        FolderAnchor[] anchors = [.. tree.AnchorsOf(path)];
        if (Exclude.Any(rule => rule.Fits(relative, anchors)))
        {
            return false;
        }

        return anchors.Any(anchor => anchor.Folder == WellKnownFolder.RecoverableItems) || WellKnownFolders.IsRecoverable(path)
            ? !ExcludeDumpster
            : Include.Count == 0 || Include.Any(rule => rule.Fits(relative, anchors));
    }

    /// <summary>The path below a root, empty for the root itself; null if it is not below it.</summary>
    internal static string? Below(FolderPath path, FolderPath? root)
    {
        if (root is not { } top)
        {
            return path.ToString();
        }

        string text = path.ToString();
        string prefix = $"{top}/";
        return path == top ? ""
            : text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..]
            : null;
    }
}

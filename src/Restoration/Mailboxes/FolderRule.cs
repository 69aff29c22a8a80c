using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>
/// One folder of a list of folders, as Exchange writes them: <c>Projects</c> is that folder alone, <c>Projects/*</c> with all below
/// it; <c>#Inbox#</c> is the inbox in any language, <c>\#Notes\#</c> a folder that is really called so. Case does not count, and
/// there are no wildcards in names.
/// </summary>
public sealed record FolderRule
{
    private const string WithSubfolders = "/*";

    private FolderRule(string text) => Text = text;

    /// <summary>The well-known folder that the path begins at; null for the top.</summary>
    public WellKnownFolder? WellKnown { get; private init; }

    /// <summary>The path from there; empty for the well-known folder itself.</summary>
    public string Path { get; private init; } = "";

    /// <summary>Whether the folders below it are meant too.</summary>
    public bool IsDeep { get; private init; }

    private string Text { get; }

    /// <summary>Reads a rule.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: it is none, or names no well-known folder.</exception>
    public static FolderRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        bool isDeep = trimmed.EndsWith(WithSubfolders, StringComparison.Ordinal);
        string path = isDeep ? trimmed[..^WithSubfolders.Length] : trimmed;
        int close = path.StartsWith('#') ? path.IndexOf('#', 1) : -1;
        bool isKnown = close > 0 && (close == path.Length - 1 || path[close + 1] == '/');
        string rest = isKnown ? path[(close + 1)..].TrimStart('/') : path;
        if (!isKnown && rest.Length == 0)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{text}' names no folder. Write a path such as Projects/*, or a well-known folder such as #Inbox#.", text);
        }

        return new FolderRule(trimmed)
        {
            WellKnown = isKnown ? Find(path[1..close], text) : null,
            Path = rest.Length == 0 ? "" : FolderPath.Parse(rest.Replace(@"\#", "#", StringComparison.Ordinal)).ToString(),
            IsDeep = isDeep,
        };
    }

    /// <summary>Whether a folder is meant.</summary>
    /// <param name="path">Its path from the top, or from the folder that is taken for it.</param>
    /// <param name="anchors">The well-known folders that it is in.</param>
    public bool Fits(string path, IEnumerable<FolderAnchor> anchors) => WellKnown is { } known
        ? anchors.Any(anchor => anchor.Folder == known && FitsPath(anchor.Below))
        : FitsPath(path);

    /// <summary>The rule as it was written.</summary>
    public override string ToString() => Text;

    private bool FitsPath(string path) => string.Equals(path, Path, StringComparison.OrdinalIgnoreCase)
        || (IsDeep && (Path.Length == 0 || path.StartsWith($"{Path}/", StringComparison.OrdinalIgnoreCase)));

    private static WellKnownFolder Find(string name, string text) => WellKnownFolders.Find(name) ?? throw new RestorationException(
        FailureCode.InvalidArgument,
        $@"'{text}' names no well-known folder. There are: {string.Join(", ", WellKnownFolders.Names)}. A folder that is really called so is written \#{name}\#.",
        text);
}

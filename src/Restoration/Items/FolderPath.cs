using Restoration.Failures;

namespace Restoration.Items;

/// <summary>The path of a folder below the top of a mailbox, such as <c>Calendar/Team</c>. Names keep their case and ignore it.</summary>
public readonly struct FolderPath : IEquatable<FolderPath>
{
    private readonly string? _text;

    private FolderPath(string text) => _text = text;

    /// <summary>The default calendar of every mailbox.</summary>
    public static FolderPath Calendar { get; } = new("Calendar");

    /// <summary>The names from the top down.</summary>
    public IReadOnlyList<string> Segments => Text.Split('/');

    /// <summary>The name of the folder itself.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>The path of the folder that holds this one; null at the top.</summary>
    public FolderPath? Parent => Text.LastIndexOf('/') is > 0 and int slash ? new FolderPath(Text[..slash]) : null;

    /// <summary>Whether this is a bare name that may stand for a folder at any depth.</summary>
    public bool IsBareName => !Text.Contains('/', StringComparison.Ordinal);

    private string Text => _text ?? "";

    /// <summary>Reads a path; leading and trailing slashes do not count, backslashes (as audit records write them) separate too.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: a name is empty or holds a control character.</exception>
    public static FolderPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] names = text.Replace('\\', '/').Trim('/', ' ').Split('/', StringSplitOptions.TrimEntries);
        if (Array.Exists(names, name => name.Length is 0 or > 255 || name.Any(char.IsControl)))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument,
                $"'{text}' is no folder path. Write names of 1 to 255 characters separated by '/', such as 'Calendar' or 'Calendar/Team'.",
                text);
        }

        // Nearly every folder that audit records name is this one, and they name it very often.
        return names is ["Calendar"] ? Calendar : new FolderPath(string.Join('/', names));
    }

    /// <inheritdoc/>
    public bool Equals(FolderPath other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FolderPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>The path with slashes, without one at the start.</summary>
    public override string ToString() => Text;

    /// <summary>Whether two paths name the same folder.</summary>
    public static bool operator ==(FolderPath left, FolderPath right) => left.Equals(right);

    /// <summary>Whether two paths name different folders.</summary>
    public static bool operator !=(FolderPath left, FolderPath right) => !left.Equals(right);
}

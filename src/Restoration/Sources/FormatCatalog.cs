using Restoration.Failures;

namespace Restoration.Sources;

/// <summary>The file formats that this program knows.</summary>
public sealed class FormatCatalog(IReadOnlyList<IItemFormat> formats, IMailboxFormats? mailboxes = null)
{
    /// <summary>How much of a file its format is recognised by, in bytes.</summary>
    public const int HeadLength = 4096;

    /// <summary>The formats of whole mailboxes.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.NotSupported"/>: there are none here.</exception>
    public IMailboxFormats Mailboxes => mailboxes
        ?? throw new RestorationException(FailureCode.NotSupported, "Whole mailboxes cannot be read from files or written to them here.");

    /// <summary>The names, for <c>-Format</c>.</summary>
    public IEnumerable<string> Names => formats.Select(format => format.Name);

    /// <summary>The format of this name.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.UnsupportedFormat"/>.</exception>
    public IItemFormat Get(string name) => formats.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RestorationException(FailureCode.UnsupportedFormat, $"'{name}' is no format. There are: {string.Join(", ", Names)}.", name);

    /// <summary>The format that a new file of this name gets; <c>.gz</c> does not count.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.UnsupportedFormat"/>: the name ends like none of them.</exception>
    public IItemFormat ForPath(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return formats
            .SelectMany(format => format.Endings, (format, ending) => (Format: format, Ending: ending))
            .Where(pair => name.EndsWith(pair.Ending, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(pair => pair.Ending.Length)
            .Select(pair => pair.Format)
            .FirstOrDefault()
            ?? throw new RestorationException(
                FailureCode.UnsupportedFormat,
                $"The name '{path}' does not say which format to write. Give it one of the endings {string.Join(" ", formats.Select(format => format.Endings[0]))}, or name the format.",
                path);
    }

    /// <summary>The format of a file that items are kept in.</summary>
    /// <param name="name">The format's name; null if the file's name says it.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.UnsupportedFormat"/>; <see cref="FailureCode.NotSupported"/>: the format does not hold all that an item has.
    /// </exception>
    public IItemFormat ForKeeping(string? name, string path)
    {
        IItemFormat format = name is null ? ForPath(path) : Get(name);
        return format.HoldsEverything ? format : throw new RestorationException(
            FailureCode.NotSupported,
            $"A file of the format {format.Name} does not hold all that an appointment has, so none are kept in one. Choose one of {string.Join(", ", formats.Where(other => other.HoldsEverything).Select(other => other.Name))}.",
            path);
    }

    /// <summary>The format of a file that begins like this; null if it is none of them.</summary>
    public IItemFormat? Recognise(ReadOnlySpan<byte> head)
    {
        foreach (IItemFormat format in formats)
        {
            if (format.Recognises(head))
            {
                return format;
            }
        }

        return null;
    }
}

using Restoration.Destinations.Trees;
using Restoration.Failures;
using Restoration.Formats.Mailboxes.Reading;
using Restoration.Formats.Mailboxes.Writing;
using Restoration.Sources;
using Restoration.Sources.Trees;

namespace Restoration.Formats.Mailboxes;

/// <summary>The formats of whole mailboxes: folders of messages, mbox, Maildir++, JSON; in folders, in one file, in archives.</summary>
public sealed class MailboxFormats : IMailboxFormats
{
    private const string Eml = "EML";
    private const string Mbox = "MBOX";
    private const string Maildir = "Maildir";
    private const string Json = "JSON";

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [Eml, Mbox, Maildir, Json];

    /// <inheritdoc/>
    public IAsyncEnumerable<MailboxEntry> ReadAsync(IFileTree tree, MailboxReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        MailFileKind? kind = options.Format is null ? null : NameOf(options.Format) switch
        {
            Mbox => MailFileKind.Mbox,
            Json => MailFileKind.Json,
            _ => MailFileKind.Message,
        };
        return new MailboxReader(tree, kind, options.Limits).ReadAsync(cancellation);
    }

    /// <inheritdoc/>
    public IMailboxWriter OpenWriter(string format, IFileSink sink, MailboxInfo info, string? singleFile) => NameOf(format) switch
    {
        Mbox => new MboxMailboxWriter(sink, info, singleFile),
        Maildir => new MaildirMailboxWriter(sink, info),
        Json => new JsonMailboxWriter(sink, info, singleFile ?? "mailbox.json"),
        _ => new EmlMailboxWriter(sink, info),
    };

    /// <inheritdoc/>
    public string? FindSingleFile(string format, string path)
    {
        string name = Path.GetFileName(path);
        bool isArchive = Ends(name, ".zip") || Ends(name, ".tgz") || Ends(name, ".tar.gz");
        return NameOf(format) switch
        {
            Json when !isArchive => name,
            Mbox when Ends(name, ".mbox") || Ends(name, ".mbx") || Ends(name, ".mbox.gz") => name,
            _ => null,
        };
    }

    private string NameOf(string format) => Names.FirstOrDefault(name => name.Equals(format, StringComparison.OrdinalIgnoreCase))
        ?? throw new RestorationException(FailureCode.UnsupportedFormat, $"'{format}' is no format of mailboxes. There are: {string.Join(", ", Names)}.", format);

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}

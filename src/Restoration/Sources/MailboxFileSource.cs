using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Sources.Trees;

namespace Restoration.Sources;

/// <summary>
/// Mailboxes in files, one after the other, as one source: each item says in which folder of the target it goes. What cannot be read
/// of them counts as failed, never as absent.
/// </summary>
/// <param name="paths">The files, archives or folders.</param>
/// <param name="target">The mailbox that they go to, and the folder of it that everything goes below of, if there is one.</param>
/// <param name="formats">What reads them.</param>
/// <param name="options">How they are read.</param>
/// <param name="findings">Hears what is noticed about them.</param>
public sealed class MailboxFileSource(
    IReadOnlyList<string> paths, Location target, IMailboxFormats formats, MailboxReadOptions options, IProgress<Finding>? findings) : ISource
{
    private readonly Dictionary<string, Location> _places = new(StringComparer.Ordinal);
    private HashSet<string>? _uids;

    /// <inheritdoc/>
    public Location Location { get; } = Location.OfFile(string.Join(';', paths));

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(null);

    /// <inheritdoc/>
    public async ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
    {
        List<string> fingerprints = [];
        foreach (string path in paths)
        {
            IFileTree tree = await FileTrees.OpenAsync(path, null, cancellation).ConfigureAwait(false);
            await using (tree.ConfigureAwait(false))
            {
                fingerprints.Add(tree.GetFingerprint());
            }
        }

        return string.Join(';', fingerprints);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long ordinal = 0;
        await foreach (MailboxEntry entry in ReadEntriesAsync(cancellation).ConfigureAwait(false))
        {
            if (entry.Finding is { } finding)
            {
                findings?.Report(finding);
            }

            if (entry.Item is { } item)
            {
                yield return new SourceItem { Ordinal = ++ordinal, Item = item, Origin = PlaceOf(entry.Folder, item) };
            }
            else if (entry.Finding is { Severity: Severity.Error } broken)
            {
                yield return new SourceItem
                {
                    Ordinal = ++ordinal,
                    Verdict = new Verdict(ItemAction.Fail, ActionReason.Failed),
                    Failure = broken.Code,
                    Detail = broken.ToString(),
                    Subject = broken.Item,
                };
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        if (_uids is null)
        {
            HashSet<string> all = new(StringComparer.Ordinal);
            await foreach (MailboxEntry entry in ReadEntriesAsync(cancellation).ConfigureAwait(false))
            {
                if (entry.Item?.Key.Uid is { } uid)
                {
                    all.Add(uid);
                }
            }

            _uids = all;
        }

        return uids.Where(_uids.Contains).ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async IAsyncEnumerable<MailboxEntry> ReadEntriesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string path in paths)
        {
            IFileTree tree = await FileTrees.OpenAsync(path, null, cancellation).ConfigureAwait(false);
            await using (tree.ConfigureAwait(false))
            {
                await foreach (MailboxEntry entry in formats.ReadAsync(tree, options, cancellation).ConfigureAwait(false))
                {
                    yield return entry;
                }
            }
        }
    }

    private Location PlaceOf(IReadOnlyList<string> folder, Item item)
    {
        string[] names = folder.Count > 0 || target.Folder != default ? [.. folder.Select(NameOf)] : [UsualFolder(item).ToString()];
        string path = string.Join('/', target.Folder == default ? names : [target.Folder.ToString(), .. names]);
        if (!_places.TryGetValue(path, out Location? place))
        {
            _places.Add(path, place = Location.OfStore(target.Mailbox!, FolderPath.Parse(path)));
        }

        return place;
    }

    // What a file has for a name may be no name of a folder.
    private static string NameOf(string name)
    {
        const int longest = 255;
        string clean = string.Concat(name.Select(character => char.IsControl(character) || character is '/' or '\\' ? '_' : character)).Trim();
        return clean.Length switch
        {
            0 => "_",
            > longest => clean[..longest].TrimEnd(),
            _ => clean,
        };
    }

    private static FolderPath UsualFolder(Item item) => WellKnownFolders.PathOf(MessageKinds.Of(item.ItemClass) switch
    {
        MessageKind.Calendar => WellKnownFolder.Calendar,
        MessageKind.Contact => WellKnownFolder.Contacts,
        MessageKind.Task => WellKnownFolder.Tasks,
        MessageKind.Note => WellKnownFolder.Notes,
        MessageKind.Journal => WellKnownFolder.Journal,
        MessageKind.Doc when item.ItemClass == ItemClasses.Other => WellKnownFolder.Calendar,
        _ => WellKnownFolder.Inbox,
    });
}

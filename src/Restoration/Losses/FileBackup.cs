using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Losses;

/// <summary>An export file that serves as a backup.</summary>
internal sealed class FileBackup : IBackupContent
{
    private readonly string _path;
    private readonly Func<FileSource> _open;

    private FileBackup(string path, Func<FileSource> open, CalendarInfo info, DateTimeOffset takenAt)
    {
        _path = path;
        _open = open;
        TakenAt = takenAt;
        Mailbox = info.Mailbox;
        Folder = info.Folder;
    }

    public string Name => _path;

    public DateTimeOffset TakenAt { get; }

    public string? Mailbox { get; }

    public FolderPath? Folder { get; }

    public Guid? BackupId => null;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="takenAt">When it was made; null to take it from inside the file.</param>
    /// <param name="open">Opens it for reading.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidDate"/>: nothing says when the file was made.</exception>
    public static async ValueTask<FileBackup> OpenAsync(
        string path, DateTimeOffset? takenAt, Func<FileSource> open, CancellationToken cancellation)
    {
        FileSource file = open();
        await using (file.ConfigureAwait(false))
        {
            await foreach (SourceItem _ in file.ReadAsync(cancellation).ConfigureAwait(false))
            {
                break;
            }

            DateTimeOffset moment = takenAt ?? file.Info.TakenAt ?? throw new RestorationException(
                FailureCode.InvalidDate,
                $"The file '{path}' does not say when it was made, so nothing says which losses it is from before. Say when the backup was taken.",
                path);
            return new FileBackup(path, open, file.Info, moment);
        }
    }

    public async ValueTask<IReadOnlyList<Item>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        List<Item> found = [];
        await foreach (Item item in ReadAsync(cancellation).ConfigureAwait(false))
        {
            if ((item.Key.Uid is { } uid && ids.Contains(uid)) || (item.Key.ImmutableId is { } id && ids.Contains(id)))
            {
                found.Add(item);
            }
        }

        return found;
    }

    public async IAsyncEnumerable<Item> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        FileSource file = _open();
        await using (file.ConfigureAwait(false))
        {
            await foreach (SourceItem entry in file.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (entry.Item is { } item)
                {
                    yield return item;
                }
            }
        }
    }
}

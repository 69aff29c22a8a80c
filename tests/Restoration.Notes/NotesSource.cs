using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Notes;

/// <summary>A pad to restore from.</summary>
internal sealed class NotesSource(Location location, Notebook notebook) : ISource
{
    public Location Location => location;

    private SortedDictionary<int, Item> Pad => notebook.Open(location.Target!);

    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(Pad.Count);

    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
        => ValueTask.FromResult(string.Join(' ', Pad.Select(note => $"{note.Key}={note.Value.ContentHash}")));

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach ((int number, Item item) in Pad)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            yield return new SourceItem { Ordinal = number, Item = item };
        }
    }

    public ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlySet<string>>(Pad.Values.Select(item => item.Key.Uid).OfType<string>().Where(uids.Contains).ToHashSet(StringComparer.Ordinal));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Destinations;

/// <summary>
/// An export file. A new one appears whole at the end of the run. One that exists is a destination like any other:
/// what it has already is recognised; it is rewritten only if something is to be added, and only if that was asked for.
/// </summary>
public sealed class FileDestination(string path, FileDestinationOptions options, FormatCatalog formats, IItemCodec codec, TimeProvider clock, IdentifierSource identifiers) : IDestination
{
    private readonly ItemSpool _added = new(path, codec, identifiers.NewId());
    private readonly Dictionary<string, Item> _replaced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private FileIndex? _index;

    /// <inheritdoc/>
    public Location Location { get; } = Location.OfFile(path);

    /// <inheritdoc/>
    public Durability Durability => Durability.AtCompletion;

    /// <inheritdoc/>
    public bool NeedsContent => true;

    private bool HasChanges => _added.Count > 0 || _replaced.Count > 0 || _removed.Count > 0;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Match>> FindAsync(IReadOnlyList<SourceItem> items, CancellationToken cancellation)
    {
        FileIndex index = await IndexAsync(cancellation).ConfigureAwait(false);
        return [.. items.Select(entry => index.Find(entry.Item!.Key))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ExistingItem?>> GetAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        FileIndex index = await IndexAsync(cancellation).ConfigureAwait(false);
        return [.. ids.Select(index.Get)];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExistingItem> ReadAsync(Location? origin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FileIndex index = await IndexAsync(cancellation).ConfigureAwait(false);
        foreach (ExistingItem existing in index.All)
        {
            yield return existing;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Item> LoadAsync(ExistingItem existing, CancellationToken cancellation) => ValueTask.FromResult(existing.Item);

    /// <inheritdoc/>
    public ValueTask PrepareAsync(CancellationToken cancellation)
    {
        _ = Format();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<ExistingItem> CreateAsync(SourceItem item, string? id, CancellationToken cancellation)
    {
        if (File.Exists(path) && !options.Force)
        {
            throw new RestorationException(
                FailureCode.FileExists, $"The file '{path}' exists and would be added to. Name another one, or say that it may be rewritten.", path);
        }

        if (Format().FindLosses(item.Item!, Writing()).FirstOrDefault(loss => loss.Severity == Severity.Error) is { } loss)
        {
            throw new RestorationException(FailureCode.UnsupportedFormat, $"It cannot be written to '{path}': {loss.Message}", item.Item!.Subject);
        }

        await _added.AddAsync(item.Item!, cancellation).ConfigureAwait(false);
        return new ExistingItem(FileIndex.IdOf(item.Item!.Key), item.Item);
    }

    /// <inheritdoc/>
    public ValueTask<ExistingItem> ReplaceAsync(ExistingItem existing, Item item, CancellationToken cancellation)
    {
        _replaced[existing.Id] = item;
        return ValueTask.FromResult(existing with { Item = item });
    }

    /// <inheritdoc/>
    public ValueTask<ExistingItem> UpdateAsync(ExistingItem existing, Item item, CancellationToken cancellation)
        => ReplaceAsync(existing, item, cancellation);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(ExistingItem existing, CancellationToken cancellation)
    {
        _removed.Add(existing.Id);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        if (!HasChanges)
        {
            return;
        }

        AtomicFile file = AtomicFile.Create(path, overwrite: true, identifiers.NewId());
        await using (file.ConfigureAwait(false))
        {
            long written = await WriteAsync(file, cancellation).ConfigureAwait(false);
            if (written > 0)
            {
                await file.CommitAsync(cancellation).ConfigureAwait(false);
            }
            else
            {
                // The last item was taken back: so is the file.
                AtomicFile.Guard(path, () =>
                {
                    File.Delete(path);
                    return true;
                });
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _added.DisposeAsync();

    private async ValueTask<long> WriteAsync(AtomicFile file, CancellationToken cancellation)
    {
        return await ItemFile
            .WriteAsync(MergeAsync(OpenExisting(), cancellation), file, path, Format(), options.Info, Writing(), cancellation).ConfigureAwait(false);
    }

    private WriteOptions Writing() => new() { FileName = path, IncludeMetadata = options.IncludeMetadata, WrittenAt = clock.GetUtcNow() };

    private async IAsyncEnumerable<Item> MergeAsync(
        FileSource? existing, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (existing is not null)
        {
            await foreach (SourceItem entry in existing.ReadAsync(cancellation).ConfigureAwait(false))
            {
                string id = FileIndex.IdOf(entry.Item!.Key);
                if (!_removed.Contains(id))
                {
                    yield return _replaced.GetValueOrDefault(id, entry.Item);
                }
            }
        }

        await foreach (Item item in _added.ReadAsync(cancellation).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private async ValueTask<FileIndex> IndexAsync(CancellationToken cancellation)
        => _index ??= await FileIndex.ReadAsync(OpenExisting(), cancellation).ConfigureAwait(false);

    private FileSource? OpenExisting() => File.Exists(path)
        ? new FileSource([path], formats, new FileSourceOptions { TimeZone = options.TimeZone, Culture = options.Culture }, null)
        : null;

    private IItemFormat Format() => formats.ForKeeping(options.Format, path);
}

/// <summary>How an export file is written.</summary>
public sealed record FileDestinationOptions
{
    /// <summary>The format's name, if the file's name is not to say it.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a file that exists may be rewritten.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to write what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>What dates without a zone mean in a file that exists.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language of its dates.</summary>
    public string? Culture { get; init; }

    /// <summary>What the file says of the calendar.</summary>
    public CalendarInfo Info { get; init; } = new();
}

using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Sources;

/// <summary>Export files, one after the other, as one source. What cannot be read of them counts as failed, never as absent.</summary>
public sealed class FileSource(IReadOnlyList<string> paths, FormatCatalog formats, FileSourceOptions options, IProgress<Finding>? findings) : ISource
{
    private HashSet<string>? _uids;

    /// <inheritdoc/>
    public Location Location { get; } = Location.OfFile(string.Join(';', paths));

    /// <summary>What the last file that was read says of itself.</summary>
    public CalendarInfo Info { get; private set; } = new();

    // Where the items were, if the file says so.
    private Location? Origin => Info is { Mailbox: { } mailbox, Folder: { } folder } ? Location.OfStore(mailbox, folder) : null;

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(null);

    /// <inheritdoc/>
    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
        => ValueTask.FromResult(string.Join(';', paths.Select(Fingerprint)));

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long ordinal = 0;
        foreach (string path in paths)
        {
            await foreach (ReadItem read in ReadAsync(path, cancellation).ConfigureAwait(false))
            {
                if (read.Item is not null)
                {
                    yield return new SourceItem { Ordinal = ++ordinal, Item = read.Item, Origin = Origin };
                }
                else if (read.Finding is { Severity: Severity.Error } broken)
                {
                    findings?.Report(broken);
                    yield return Failed(++ordinal, broken);
                }
                else if (read.Finding is { } remark)
                {
                    findings?.Report(remark);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        if (_uids is null)
        {
            HashSet<string> all = new(StringComparer.Ordinal);
            foreach (string path in paths)
            {
                await foreach (ReadItem read in ReadAsync(path, cancellation).ConfigureAwait(false))
                {
                    if (read.Item?.Key.Uid is { } uid)
                    {
                        all.Add(uid);
                    }
                }
            }

            _uids = all;
        }

        return uids.Where(_uids.Contains).ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async IAsyncEnumerable<ReadItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        OpenedFile file = await OpenedFile.OpenAsync(path, formats, options, cancellation).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await foreach (ReadItem read in file.Reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                Info = file.Reader.Info;
                yield return read;
            }

            Info = file.Reader.Info;
        }
    }

    // What has another name than its path is a copy of something that cannot be read twice.
    private string Fingerprint(string path) => options.DisplayName is { } name && !File.Exists(path)
        ? throw new RestorationException(
            FailureCode.SourceChanged, $"What was read from {name} was not kept, so this cannot go on. Start again with the same input: what is there already is skipped.", name)
        : InputFile.Fingerprint(path);

    private static SourceItem Failed(long ordinal, Finding finding) => new()
    {
        Ordinal = ordinal,
        Verdict = new Verdict(ItemAction.Fail, ActionReason.Failed),
        Failure = finding.Code,
        Detail = finding.ToString(),
        Subject = finding.Item,
    };
}

/// <summary>How export files are read.</summary>
public sealed record FileSourceOptions
{
    /// <summary>The format's name, if it is not to be recognised.</summary>
    public string? Format { get; init; }

    /// <summary>What dates without a zone mean.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What findings call the file; null for its path.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The language that dates such as <c>03/04/2026</c> are written in.</summary>
    public string? Culture { get; init; }
}

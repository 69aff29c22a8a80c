using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Files;

/// <summary>Looks into export files without a store.</summary>
public sealed class FileService(FormatCatalog formats, IItemCodec codec)
{
    /// <summary>The items of a file with their parts by name, and what there is to say about the file, in its order.</summary>
    /// <exception cref="RestorationException">The file as a whole cannot be read.</exception>
    public async IAsyncEnumerable<FileEntry> InspectAsync(
        string path, FileSourceOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (ReadItem read in ReadAsync(path, options, cancellation).ConfigureAwait(false))
        {
            Appointment? appointment = read.Item is { } item ? codec.Decode(item) : null;
            yield return new FileEntry(read.Line, read.Item, appointment, read.Finding);
        }
    }

    /// <summary>
    /// When the appointments of a file take place, in the order of the starts. As many occurrences are held in memory as are asked for.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="query">Which occurrences.</param>
    /// <param name="findings">Where what is noticed about the file goes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public ValueTask<IReadOnlyList<ItemOccurrence>> ExpandAsync(
        string path, FileSourceOptions options, OccurrenceQuery query, IProgress<Finding>? findings, CancellationToken cancellation)
        => new OccurrenceSearch(codec, query).FindAsync(ItemsAsync(path, options, findings, cancellation), cancellation);

    /// <summary>Reads a file to its end and says everything that is wrong with it.</summary>
    /// <exception cref="RestorationException">The file cannot be opened. What else makes it unreadable is a finding.</exception>
    public async ValueTask<FileCheck> CheckAsync(string path, FileSourceOptions options, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        long items = 0;
        OpenedFile file = await OpenedFile.OpenAsync(path, formats, options, cancellation).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            try
            {
                await foreach (ReadItem read in file.Reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    items += read.Item is null ? 0 : 1;
                    if (read.Finding is { } finding)
                    {
                        findings.Add(finding);
                    }
                }
            }
            catch (RestorationException broken)
            {
                findings.Add(new Finding(Severity.Error, broken.Code, broken.Message) { File = options.DisplayName ?? path });
            }

            return new FileCheck(options.DisplayName ?? path, file.Format.Name, items, findings);
        }
    }

    private async IAsyncEnumerable<Item> ItemsAsync(
        string path, FileSourceOptions options, IProgress<Finding>? findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (ReadItem read in ReadAsync(path, options, cancellation).ConfigureAwait(false))
        {
            if (read.Finding is { } finding)
            {
                findings?.Report(finding);
            }

            if (read.Item is { } item)
            {
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<ReadItem> ReadAsync(
        string path, FileSourceOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        OpenedFile file = await OpenedFile.OpenAsync(path, formats, options, cancellation).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await foreach (ReadItem read in file.Reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                yield return read;
            }
        }
    }
}

/// <summary>What a file has at one place: an item or something to say.</summary>
/// <param name="Line">The line, or the number of the row.</param>
/// <param name="Item">The item.</param>
/// <param name="Appointment">Its parts by name.</param>
/// <param name="Finding">The finding.</param>
public sealed record FileEntry(long Line, Item? Item, Appointment? Appointment, Finding? Finding);

using Restoration.Auditing;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Mailboxes;

/// <summary>Writes items to an export file that appears whole or not at all.</summary>
public sealed class ExportService(Workspace workspace)
{
    /// <summary>Writes a file.</summary>
    /// <param name="items">The items, with their content.</param>
    /// <param name="path">The file; <c>.gz</c> at the end compresses it.</param>
    /// <param name="info">What the file says of the calendar.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Stops the writing; nothing is left of the file.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileExists"/>; <see cref="FailureCode.InvalidState"/> if there is nothing to put in the place of a good file.
    /// </exception>
    public async ValueTask<ExportedFile> WriteAsync(
        IAsyncEnumerable<Item> items, string path, CalendarInfo info, ExportOptions options, CancellationToken cancellation)
    {
        IItemFormat format = options.Format is { } name ? workspace.Formats.Get(name) : workspace.Formats.ForPath(path);
        bool replaces = File.Exists(path);
        AtomicFile file = AtomicFile.Create(path, options.Force, workspace.Identifiers.NewId());
        await using (file.ConfigureAwait(false))
        {
            WriteOptions writing = new() { IncludeMetadata = options.IncludeMetadata, WrittenAt = workspace.Clock.GetUtcNow() };
            long count = await ItemFile.WriteAsync(items, file, path, format, info, writing, cancellation).ConfigureAwait(false);
            if (count == 0 && replaces)
            {
                throw new RestorationException(
                    FailureCode.InvalidState, $"There is nothing to write; the file '{path}' that exists was kept.", path);
            }

            long size = file.Stream.Position;
            await file.CommitAsync(cancellation).ConfigureAwait(false);
            await workspace.WriteAsync(
                async transaction =>
                {
                    await AuditTrail.WriteAsync(
                        workspace,
                        transaction,
                        "Export",
                        Location.OfFile(path).ToString(),
                        FormattableString.Invariant($"{count} items, {size} bytes"),
                        cancellation).ConfigureAwait(false);
                    return true;
                },
                cancellation).ConfigureAwait(false);
            return new ExportedFile(Path.GetFullPath(path), format.Name, count, size);
        }
    }
}

/// <summary>How an export file is written.</summary>
public sealed record ExportOptions
{
    /// <summary>The format's name, if the file's name is not to say it.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a file that exists may be overwritten.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to write what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;
}

/// <summary>A file that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="ItemCount">How many items it holds.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record ExportedFile(string Path, string Format, long ItemCount, long Size);
